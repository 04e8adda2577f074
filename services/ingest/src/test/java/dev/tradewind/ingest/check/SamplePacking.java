package dev.tradewind.ingest.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Every way in which a file may be packed. */
enum SamplePacking {
  PLAIN {
    @Override
    byte[] pack(byte[] content) {
      return content;
    }
  },
  GZIP {
    @Override
    byte[] pack(byte[] content) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  },
  ZIP {
    @Override
    byte[] pack(byte[] content) {
      return zip(Map.of("数据.csv", content));
    }
  },
  GZIP_IN_ZIP {
    @Override
    byte[] pack(byte[] content) {
      return zip(Map.of("a.csv.gz", GZIP.pack(content)));
    }
  };

  abstract byte[] pack(byte[] content);

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(String name, String text) {
    return zip(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }
}
