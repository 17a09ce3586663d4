package care.baton.trace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Gives a {@link RowTest} rows of the table of requirements, one an invocation. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ArgumentsSource(RowsProvider.class)
public @interface Rows {
    /**
     * Which rows.
     *
     * @return IDs such as {@code HND-12} and ranges such as {@code HND-01..HND-10}
     */
    String[] value();
}
