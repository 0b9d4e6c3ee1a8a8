package se.jamlik.pipeline.conform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Forget;
import se.jamlik.pipeline.adapt.Ledger;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** An inbox drawn in a test, and the first two stages of a night on it. */
final class SmallInbox {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  private final SparkSession spark;
  private final Path inbox;
  private final String out;
  private Definitions definitions = Definitions.load();

  SmallInbox(SparkSession spark, Path folder) throws IOException {
    this.spark = spark;
    this.inbox = Files.createDirectories(folder.resolve("in"));
    this.out = folder.resolve("out").toString();
  }

  /** Reads by other definitions from now on. */
  SmallInbox by(UnaryOperator<Definitions> change) {
    definitions = change.apply(definitions);
    return this;
  }

  String out() {
    return out;
  }

  /** The inbox and what was made of it once more, in another folder. */
  SmallInbox copiedTo(Path folder) throws IOException {
    SmallInbox copy = new SmallInbox(spark, folder).by(unchanged -> definitions);
    copy(inbox, copy.inbox);
    copy(Path.of(out), Path.of(copy.out));
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.skip(1)::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Writes a text file of these lines. */
  SmallInbox with(String file, String... lines) throws IOException {
    return with(file, StandardCharsets.UTF_8, String.join("\n", lines) + "\n");
  }

  SmallInbox with(String file, Charset charset, String text) throws IOException {
    Path path = inbox.resolve(file);
    Files.createDirectories(path.getParent());
    try (OutputStream stream = Files.newOutputStream(path);
        OutputStream packed = file.endsWith(".gz") ? new GZIPOutputStream(stream) : stream) {
      packed.write(text.getBytes(charset));
    }
    return this;
  }

  /** Writes the rows as one Parquet file. */
  SmallInbox withParquet(String file, Dataset<Row> rows) throws IOException {
    Path folder = Files.createTempDirectory("parquet");
    rows.coalesce(1).write().mode("overwrite").parquet(folder.toString());
    try (var written = Files.list(folder)) {
      Path part =
          written.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.createDirectories(inbox.resolve(file).getParent());
      Files.copy(part, inbox.resolve(file));
    }
    return this;
  }

  void remove(String file) throws IOException {
    Files.delete(inbox.resolve(file));
  }

  /** Adds one row for each required table that has no file. */
  SmallInbox andTheRest() throws IOException {
    return andTheRestBut();
  }

  /** The same but for those tables, whose rows come in another shape. */
  SmallInbox andTheRestBut(String... tables) throws IOException {
    for (TableDefinition table : definitions.tables()) {
      if (table.isRequired()
          && !List.of(tables).contains(table.table())
          && !Files.exists(inbox.resolve(table.table()))) {
        List<String> names =
            table.columns().stream()
                .filter(ColumnDefinition::isRequired)
                .map(ColumnDefinition::delivered)
                .toList();
        with(
            table.table() + "/rest.csv",
            String.join(";", names),
            String.join(";", names.stream().map(name -> GoodRows.value(table, name)).toList()));
      }
    }
    return this;
  }

  Adapted adapted(String... skip) {
    return Adapt.deliveries(inbox, out, AS_OF, Set.of(skip), definitions);
  }

  /** Both stages, with any share of a file quarantined. */
  Conformed conformed(String... skip) {
    return conformed(lenient(), skip);
  }

  /** Both stages of a night that is watched. */
  Conformed conformed(Consumer<Moment> observer) {
    return Conform.conform(spark, adapted(), out, lenient(), definitions, observer);
  }

  private static Settings lenient() {
    Settings settings = Settings.defaults();
    return new Settings(
        settings.scope(),
        new Settings.Quality(1, 0, 0),
        settings.protect(),
        settings.groupers(),
        settings.choices(),
        settings.costs(),
        2);
  }

  Conformed conformed(Settings settings, String... skip) {
    return Conform.conform(spark, adapted(skip), out, settings, definitions);
  }

  /** Both stages, and the ledger settled as after a release. */
  Conformed published(String... skip) {
    Conformed conformed = conformed(skip);
    Ledger.settle(out, conformed.deliveries());
    return conformed;
  }

  /** Forgets a delivery between two nights. */
  List<Delivery> forget(String name) {
    return Forget.delivery(out, name, definitions);
  }

  /** The account of one file: rows, accepted, quarantined, duplicates, replaced, blank, verdict. */
  static String account(Conformed conformed, String file) {
    Delivery delivery =
        conformed.deliveries().stream()
            .filter(known -> known.file().equals(file))
            .max(Comparator.comparingInt(Delivery::number))
            .orElseThrow();
    return "%d = %d + %d + %d, replaced %d, blank %d, %s"
        .formatted(
            delivery.rows(),
            delivery.accepted(),
            delivery.quarantined(),
            delivery.duplicates(),
            delivery.replaced(),
            delivery.blankLines(),
            delivery.verdict());
  }

  /** The rows of a table as text, some columns of them, in order. */
  static List<String> rows(Conformed conformed, String table, String... columns) {
    Dataset<Row> rows = conformed.tables().get(table);
    return rows.selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .toList();
  }

  /** Line and reason of the rows of a table that were set aside, in the order of file and line. */
  List<String> quarantined(String table) {
    return quarantine(table).stream()
        .map(row -> row.getString(0) + ":" + row.getLong(1) + " " + row.getString(2))
        .toList();
  }

  /** What is kept of the text of those rows. */
  List<String> quarantinedText(String table) {
    return quarantine(table).stream().map(row -> row.getString(3)).toList();
  }

  private List<Row> quarantine(String table) {
    return spark
        .read()
        .option("recursiveFileLookup", "true")
        .schema("file string, line bigint, reason string, raw string")
        .parquet(out + "/quarantined/" + table)
        .orderBy("file", "line")
        .collectAsList();
  }

  /** When and where each file under {@code conformed} was written. */
  Map<Path, String> written() throws IOException {
    Path conformed = Path.of(out, "conformed");
    Map<Path, String> written = new TreeMap<>();
    try (var files = Files.walk(conformed)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        written.put(
            conformed.relativize(file), attributes.fileKey() + " " + attributes.lastModifiedTime());
      }
    }
    return written;
  }

  /** All bytes under the out folder that could hold a text. */
  boolean holdsNowhere(String text) {
    try (var files = Files.walk(Path.of(out))) {
      return files
          .filter(Files::isRegularFile)
          .noneMatch(file -> contains(file, text) || file.toString().contains(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
