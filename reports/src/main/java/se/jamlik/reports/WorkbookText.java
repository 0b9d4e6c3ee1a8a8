package se.jamlik.reports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, and of its numbers those that are as long as an identity. */
final class WorkbookText {

  private static final Pattern LONG = Pattern.compile("\\d{10,12}(?:\\.0)?");

  private WorkbookText() {}

  /**
   * Every different text of the cells, the names of the sheets and the properties, line by line.
   */
  static String of(Path workbook) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipFile parts = new ZipFile(workbook.toFile())) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        try (InputStream in = parts.getInputStream(part)) {
          add(in, text);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("A part of the workbook is no XML.", e);
    }
    return text.toString();
  }

  private static void add(InputStream part, StringBuilder text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(part);
    String element = "";
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        element = reader.getLocalName();
        if (element.equals("sheet")) {
          text.append(reader.getAttributeValue(null, "name")).append('\n');
        }
      } else if (event == XMLStreamConstants.CHARACTERS && tells(element, reader.getText())) {
        text.append(reader.getText()).append('\n');
      }
    }
  }

  /** Numbers of the tables are many, and the gate reads them in the tables. */
  private static boolean tells(String element, String characters) {
    return !element.equals("v") || LONG.matcher(characters).matches();
  }
}
