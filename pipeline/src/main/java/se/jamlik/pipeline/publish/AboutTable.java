package se.jamlik.pipeline.publish;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** The one row by which a copy of a release, or of its database alone, says what it is. */
final class AboutTable {
  private static final StructType SCHEMA =
      new StructType()
          .add("release", StringType, false)
          .add("as_of", DateType, false)
          .add("data_through", DateType, false)
          .add("code_version", StringType, false)
          .add("definitions_version", StringType, false)
          .add("citation", StringType, false)
          .add("unsafe", BooleanType, false)
          .add("weaker", StringType, true);

  private AboutTable() {}

  static ReleaseTable of(String release, ReleaseFacts facts) {
    MadeFrom madeFrom = facts.madeFrom();
    return new ReleaseTable(
        "about",
        SCHEMA,
        List.of(
            RowFactory.create(
                release,
                madeFrom.asOf(),
                facts.dataThrough(),
                madeFrom.codeVersion(),
                madeFrom.definitionsVersion(),
                new Citation(release, facts).line(),
                facts.isUnsafe(),
                facts.isUnsafe() ? String.join("; ", facts.weaker()) : null)));
  }
}
