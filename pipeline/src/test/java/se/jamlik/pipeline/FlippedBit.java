package se.jamlik.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/** A bit of a file that the disk turns over, and turns back when it is turned over once more. */
public record FlippedBit(Path file, long bit) {

  /** Any bit of any of the files; none of them may be empty. */
  public static FlippedBit drawn(List<Path> files, Random draws) throws IOException {
    Path file = files.get(draws.nextInt(files.size()));
    return new FlippedBit(file, draws.nextLong(8 * Files.size(file)));
  }

  public void turn() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, bit / 8);
      one.put(0, (byte) (one.get(0) ^ (1 << (int) (bit % 8)))).flip();
      channel.write(one, bit / 8);
    }
  }
}
