package se.jamlik.jobs.synthesise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import se.jamlik.jobs.synthesise.FaultyFile.Written;
import se.jamlik.jobs.synthesise.Rows.Section;
import se.jamlik.jobs.synthesise.Rows.Sections;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Makes deliveries for an invented region. The people are made in blocks of about a thousand and
 * the blocks in shards of fixed size, so the same bytes come out on any number of cores and a task
 * holds a few thousand people at most. The driver sees only where each shard left its rows.
 *
 * <p>The calibration, and what the region does not have, is in docs/synthetic-region.md.
 */
public final class Synthesis {
  private static final int BLOCKS_PER_SHARD = 4;
  private static final int SHARDS_PER_FILE = 50;

  private Synthesis() {}

  /**
   * Writes {@code <out>/<table>/<file>} for every table of the input contract.
   *
   * @return the rows of each delivered file, by its path below {@code out}
   * @throws UserError when {@code out} is there and not empty
   */
  public static SortedMap<String, Long> write(SparkSession session, Region region, Path out) {
    try {
      requireEmpty(out);
      Path parts = Files.createDirectories(out.resolve(".parts"));
      List<Section> sections = shards(session, region, parts);
      List<Written> written = assembled(session, region, sections, out);
      delete(parts);
      if (region.faults() == Region.Faults.TYPICAL) {
        List<Planted> planted = new ArrayList<>();
        written.forEach(one -> planted.addAll(one.planted()));
        Planted.write(out.resolve("planted.json"), planted);
      }
      return rowsByFile(written);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write the invented region to " + out, failure);
    }
  }

  private static List<Section> shards(SparkSession session, Region region, Path parts) {
    int blocks = World.of(region).blocks().size();
    int shards = (blocks + BLOCKS_PER_SHARD - 1) / BLOCKS_PER_SHARD;
    String folder = parts.toString();
    List<Integer> numbers = IntStream.range(0, shards).boxed().toList();
    List<byte[]> written =
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .parallelize(numbers, shards)
            .map(shard -> Packed.of(shard(region, shard, Path.of(folder))))
            .collect();
    return written.stream()
        .flatMap(bytes -> Packed.opened(bytes, Sections.class).all().stream())
        .toList();
  }

  private static Sections shard(Region region, int shard, Path folder) throws IOException {
    World world = World.of(region);
    Pseudonyms pseudonyms = new Pseudonyms(region.seed());
    Rows rows = new Rows();
    if (shard == 0) {
      Geography.write(world, rows);
    }
    List<World.Block> blocks = world.blocks();
    int last = Math.min(blocks.size(), (shard + 1) * BLOCKS_PER_SHARD);
    for (World.Block block : blocks.subList(shard * BLOCKS_PER_SHARD, last)) {
      Town.write(world, pseudonyms, block, rows);
    }
    return rows.writtenTo(folder.resolve(String.format("%06d", shard)));
  }

  private static List<Written> assembled(
      SparkSession session, Region region, List<Section> sections, Path out) throws IOException {
    List<Delivery> deliveries = deliveries(region, sections);
    for (Delivery delivery : deliveries) {
      Files.createDirectories(out.resolve(delivery.table().folder()));
    }
    String folder = out.toString();
    List<byte[]> packed = deliveries.stream().map(Packed::of).toList();
    return JavaSparkContext.fromSparkContext(session.sparkContext())
        .parallelize(packed, packed.size())
        .map(bytes -> Packed.opened(bytes, Delivery.class))
        .map(delivery -> Packed.of(written(region, delivery, Path.of(folder))))
        .collect()
        .stream()
        .map(bytes -> Packed.opened(bytes, Written.class))
        .toList();
  }

  private static Written written(Region region, Delivery delivery, Path inbox) throws IOException {
    if (region.faults() == Region.Faults.TYPICAL) {
      return FaultyFile.write(region, delivery, inbox);
    }
    if (region.format() == Region.Format.CSV) {
      return new Written(List.of(delivery.writtenAsText(inbox)), List.of());
    }
    String path = delivery.path().replace(".csv", ".parquet");
    ParquetFile.write(inbox.resolve(path), delivery);
    return new Written(List.of(new Delivery.Count(path, delivery.rows())), List.of());
  }

  private static SortedMap<String, Long> rowsByFile(List<Written> written) {
    SortedMap<String, Long> rows = new TreeMap<>();
    for (Written one : written) {
      one.counts().forEach(count -> rows.put(count.path(), count.rows()));
    }
    return rows;
  }

  /** The files to deliver; those of a large region are cut into parts of some hundred thousands. */
  private static List<Delivery> deliveries(Region region, List<Section> sections) {
    TreeMap<String, List<Section>> byFile = new TreeMap<>();
    boolean isLarge = World.of(region).blocks().size() > BLOCKS_PER_SHARD * SHARDS_PER_FILE;
    for (Section section : sections) {
      int shard = Integer.parseInt(Path.of(section.shard()).getFileName().toString());
      String part = isLarge ? String.format("-%02d", shard / SHARDS_PER_FILE + 1) : "";
      String path = section.table().folder() + "/" + section.file() + part + ".csv";
      byFile.computeIfAbsent(path, any -> new ArrayList<>()).add(section);
    }
    List<Delivery> deliveries = new ArrayList<>();
    byFile.forEach(
        (path, parts) ->
            deliveries.add(new Delivery(parts.get(0).table(), path, List.copyOf(parts))));
    return deliveries;
  }

  private static void requireEmpty(Path out) throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    try (Stream<Path> files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new UserError(
            ExitCode.USAGE,
            "Cannot write the invented region: "
                + out
                + " is not empty (expected an empty or a new folder). Remove it or choose another --out.");
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
