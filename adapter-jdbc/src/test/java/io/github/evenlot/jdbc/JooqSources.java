package io.github.evenlot.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Writes the classes through which the adapter names its tables, from a migrated database. */
final class JooqSources {

  static final String PACKAGE = "io.github.evenlot.jdbc.jooq";

  private JooqSources() {}

  static void generate(DataSource migrated, Path into) throws Exception {
    try (Connection connection = migrated.getConnection()) {
      GenerationTool tool = new GenerationTool();
      tool.setConnection(connection);
      tool.run(
          new Configuration()
              .withLogging(Logging.WARN)
              .withGenerator(
                  new Generator()
                      .withDatabase(tables())
                      .withGenerate(bare())
                      .withTarget(
                          new Target().withPackageName(PACKAGE).withDirectory(into.toString()))));
    }
  }

  private static Database tables() {
    return new Database()
        .withName("org.jooq.meta.postgres.PostgresDatabase")
        .withInputSchema(Migration.SCHEMA)
        .withIncludes("experiment|job_epoch|metric_row|look")
        .withIncludeExcludeColumns(false)
        .withIncludeRoutines(false)
        .withIncludeSequences(false)
        .withIncludeIndexes(false)
        .withIncludeForeignKeys(false)
        .withIncludeUniqueKeys(false)
        .withIncludePrimaryKeys(false)
        .withIncludeCheckConstraints(false);
  }

  private static Generate bare() {
    return new Generate()
        .withComments(false)
        .withJavadoc(false)
        .withRecords(false)
        .withRelations(false)
        .withGlobalCatalogReferences(false)
        .withGlobalSchemaReferences(false)
        .withWhereMethodOverrides(false)
        .withRenameMethodOverrides(false)
        .withAsMethodOverrides(false)
        .withGeneratedAnnotation(false);
  }
}
