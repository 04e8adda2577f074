package dev.tradewind.alerts.change;

import dev.tradewind.alerts.indicator.SliceCheck;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.MessageCodec;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as read: an event that makes sense, or poison. */
sealed interface Incoming {
  /** An event, with its bytes to keep. */
  record Event(IndicatorEvent event, Buffer bytes) implements Incoming {}

  /** A record that is no event; the error holds none of its content. */
  record Poison(ConsumerRecord<byte[], byte[]> record, String error) implements Incoming {}

  /** Reads a record; never fails. */
  static Incoming read(ConsumerRecord<byte[], byte[]> record) {
    byte[] bytes = record.value();
    if (bytes == null) {
      return new Poison(record, "the record has no value");
    }
    try {
      IndicatorEvent event = MessageCodec.read(bytes, IndicatorEvent.class);
      SliceCheck.check(event);
      return new Event(event, Buffer.buffer(bytes));
    } catch (IOException e) {
      return new Poison(record, "not an indicator event: " + e.getClass().getSimpleName());
    } catch (IllegalArgumentException e) {
      return new Poison(record, String.valueOf(e.getMessage()));
    }
  }
}
