package care.baton.trace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A parameterized test whose arguments hold one {@link Row} or more: each invocation cites the rows it was given, so
 * that a row counts only when its own invocation passed. The rows come from {@link Rows} or any other source.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest(name = "{0}")
@ExtendWith(RowReporter.class)
public @interface RowTest {}
