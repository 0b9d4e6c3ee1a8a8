package se.jamlik.jobs;

import se.jamlik.pipeline.vocabulary.SettingLine;

/** The page {@code docs/settings.md}, made of what the readers of the settings tell of them. */
final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      One YAML file, given with `--settings FILE`; every key is optional, and all problems of a file are told at once (exit code 6). A group may be
      written with indented keys or with dots: `protect: {smallest-shown: 6}` is `protect.smallest-shown: 6`. This page is made from the program.
      """;

  private static final String ENVIRONMENT =
      """

      ## Environment variables

      | variable | meaning |
      |---|---|
      | `JAMLIK_RECORD_KEY` | File of the disclosure control's key, in place of `<out>/secret/record-key`; the same file for every night of an installation. |
      | `JAMLIK_MASTER_KEY` | File of the master key, for `pseudonymise` without `--key`. |
      | `HADOOP_CONF_DIR` | Folder with Hadoop's `core-site.xml` and `hdfs-site.xml`, for addresses such as `hdfs://HOST/FOLDER` (docs/cluster.md). |
      | `JAMLIK_HEAP` | The largest heap of Java (4g). |
      | `JAMLIK_JAVA_OPTIONS` | More options of Java's own. |
      | `JAMLIK_LOG` | Level of what Spark says on one machine (off), such as `warn` while developing. It may quote a value of a row. |

      A variable holds the path of a secret, never the secret: the environment of a process can be read by others.
      """;

  private SettingsPage() {}

  /** The page as Markdown. */
  static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    String group = "";
    for (SettingLine line : SettingKeys.lines()) {
      if (!SettingKeys.group(line.name()).equals(group)) {
        group = SettingKeys.group(line.name());
        page.append("\n## %s\n\n".formatted(group));
        page.append("| key | values | default | unit | meaning |\n|---|---|---|---|---|\n");
      }
      page.append(
          "| `%s` | %s | `%s` | %s | %s |\n"
              .formatted(
                  line.name(), line.values(), line.byDefault(), line.unit(), line.meaning()));
    }
    return page + ENVIRONMENT;
  }
}
