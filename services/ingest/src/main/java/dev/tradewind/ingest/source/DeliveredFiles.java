package dev.tradewind.ingest.source;

import dev.tradewind.ingest.upload.Incoming;
import dev.tradewind.ingest.upload.IncomingFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The files of a delivery, each opened when the one before is read. */
final class DeliveredFiles implements IncomingFiles {
  private final Place place;
  private final Iterator<StoredObject> files;
  private @Nullable StoredObject present;
  private @Nullable InputStream open;

  DeliveredFiles(Place place, Delivery delivery) {
    this.place = place;
    this.files = delivery.files().iterator();
  }

  @Override
  public @Nullable Incoming next() throws IOException {
    finish();
    if (!files.hasNext()) {
      return null;
    }
    StoredObject file = files.next();
    InputStream content = place.open(file);
    present = file;
    open = content;
    return new Incoming(file.name().substring(file.name().indexOf('/') + 1), content);
  }

  private void finish() throws IOException {
    InputStream before = open;
    StoredObject read = present;
    if (before != null && read != null) {
      before.close();
      place.verify(read);
    }
    open = null;
    present = null;
  }
}
