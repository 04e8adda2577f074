package dev.tradewind.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.embedded.Loopback;
import dev.tradewind.standalone.system.SystemStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {

  @Test
  void readsWhatLinuxCallsAvailable(@TempDir Path directory) throws IOException {
    Path memory =
        Files.writeString(
            directory.resolve("meminfo"),
            "MemTotal:       8000000 kB\nMemFree:  100 kB\nMemAvailable:    4096000 kB\n");
    assertThat(MachineCheck.availableMegabytes(memory)).hasValue(4_000);
    assertThat(MachineCheck.availableMegabytes(directory.resolve("none"))).isEmpty();
  }

  @Test
  void refusesAMachineWithTooLittleMemory() {
    assertThatThrownBy(() -> MachineCheck.memory(OptionalLong.of(700)))
        .isInstanceOf(SystemStartException.class)
        .hasMessageContaining("700 MB");
    MachineCheck.memory(OptionalLong.of(8_000));
    MachineCheck.memory(OptionalLong.empty());
  }

  @Test
  void namesAPortThatIsTaken() throws IOException {
    InetAddress address = InetAddress.getByAddress(Loopback.HOST, new byte[] {127, 0, 0, 1});
    try (ServerSocket taken = new ServerSocket(0, 1, address)) {
      int port = taken.getLocalPort();
      Options options = OptionsParser.parse(List.of("--port=" + port), Map.of());
      assertThatThrownBy(() -> MachineCheck.gatewayPort(options))
          .isInstanceOf(SystemStartException.class)
          .hasMessageContaining(String.valueOf(port));
    }
  }
}
