package se.jamlik.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/** The files that are attached to a PDF, which are texts. */
final class AttachedText {

  private AttachedText() {}

  /** Names, descriptions and contents, file by file. */
  static String of(Path pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      for (PDComplexFileSpecification file : files(document)) {
        byte[] bytes = file.getEmbeddedFile().toByteArray();
        text.append(file.getFileUnicode()).append('\n');
        text.append(file.getFileDescription()).append('\n');
        text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
      }
    }
    return text.toString();
  }

  private static Collection<PDComplexFileSpecification> files(PDDocument document)
      throws IOException {
    Optional<PDDocumentNameDictionary> names =
        Optional.ofNullable(document.getDocumentCatalog().getNames());
    return names.isEmpty() || names.get().getEmbeddedFiles() == null
        ? List.of()
        : names.get().getEmbeddedFiles().getNames().values();
  }
}
