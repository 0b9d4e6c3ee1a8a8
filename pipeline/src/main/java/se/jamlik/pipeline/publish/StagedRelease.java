package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A release that nobody sees yet. Add what belongs to it, such as {@code reports/*.pdf}, below
 * {@link #folder()}, then publish. Closing it unpublished leaves no trace.
 */
public final class StagedRelease implements AutoCloseable {
  private final Publisher publisher;
  private final String id;
  private final Path folder;
  private final ReleaseFacts facts;

  StagedRelease(Publisher publisher, String id, Path folder, ReleaseFacts facts) {
    this.publisher = publisher;
    this.id = id;
    this.folder = folder;
    this.facts = facts;
  }

  /** The id that it will be published under. */
  public String id() {
    return id;
  }

  /** The hidden folder, gone once the release is published. */
  public Path folder() {
    return folder;
  }

  ReleaseFacts facts() {
    return facts;
  }

  /**
   * Lets the gate inspect it, seals it and makes it the current release.
   *
   * @throws se.jamlik.pipeline.vocabulary.UserError with PRIVACY when the gate refuses it, with
   *     INPUT_OUTPUT when the disk fails; the earlier release is current then
   */
  public Release publish() {
    try {
      return publisher.publish(this);
    } catch (IOException e) {
      throw InputOutput.error("publish release " + id, folder, e);
    }
  }

  @Override
  public void close() {
    try {
      publisher.sweep();
    } catch (IOException e) {
      throw InputOutput.error("sweep away an unpublished release", folder, e);
    }
  }
}
