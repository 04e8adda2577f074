package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks over the XML of a workbook's entry in bounded memory, without anything it may refer to. */
final class SheetXml implements AutoCloseable {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 1 << 16;

  private final InputStream in;
  private final XMLStreamReader xml;
  private int depth;

  /** Looks at one event. */
  interface Visitor {
    void visit(SheetXml xml) throws IOException;
  }

  private SheetXml(InputStream in) throws IOException {
    this.in = in;
    try {
      // Decoded by us, and as strictly as all text; the parser would print what it finds.
      this.xml = factory().createXMLStreamReader(new StrictReader(new Bounded(in)));
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // What is wrong with a file is for its sender, not for our standard error.
    factory.setXMLReporter((message, type, information, location) -> {});
    return factory;
  }

  /** Opens an entry, which must be there. */
  static SheetXml open(Archive archive, String entry) throws IOException {
    InputStream in = archive.read(entry);
    if (in == null) {
      throw new UnreadableException(
          ProblemCode.MALFORMED_FILE, "the workbook has no part " + entry);
    }
    return new SheetXml(in);
  }

  /** Walks over a whole entry. */
  static void walk(Archive archive, String entry, Visitor visitor) throws IOException {
    try (SheetXml xml = open(archive, entry)) {
      while (xml.next()) {
        visitor.visit(xml);
      }
    }
  }

  /** Goes to the next event; at the end the entry's checksum has been compared. */
  boolean next() throws IOException {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
        throw new UnreadableException(ProblemCode.MALFORMED_FILE, "the workbook's XML is too deep");
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (event == XMLStreamConstants.DTD) {
        throw new UnreadableException(
            ProblemCode.MALFORMED_FILE, "the workbook's XML has a document type");
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return true;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static IOException damaged(XMLStreamException e) {
    Throwable nested = e.getNestedException();
    if (nested instanceof IOException io) {
      return io;
    }
    UnreadableException damage =
        new UnreadableException(ProblemCode.MALFORMED_FILE, "the workbook's XML is damaged");
    damage.initCause(e);
    return damage;
  }

  boolean isStart(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  boolean isEnd(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /** The attribute, whatever its name space; empty if there is none. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Adds the event's characters, if it has any. */
  void appendTo(StringBuilder text) throws UnreadableException {
    if (xml.isCharacters()) {
      if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
        throw new UnreadableException(
            ProblemCode.MALFORMED_FILE, "a cell is longer than " + LONGEST_TEXT + " characters");
      }
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Ends where a tag does not: an attribute is held in memory whole. */
  private static final class Bounded extends FilterInputStream {
    private int sinceTag;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      for (int i = offset; i < offset + n; i++) {
        sinceTag = target[i] == '>' ? 0 : sinceTag + 1;
        if (sinceTag > 4 * LONGEST_TEXT) {
          throw new UnreadableException(
              ProblemCode.MALFORMED_FILE, "a part of the workbook is larger than any can be");
        }
      }
      return n;
    }
  }
}
