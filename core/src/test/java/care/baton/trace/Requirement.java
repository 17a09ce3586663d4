package care.baton.trace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requirements that a test shows, by their ID in {@code requirements.tsv}. On a class it holds for each of its
 * tests. A test that is not parameterized cites at most ten; a {@link RowTest} cites each row it is given.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requirement {
    /**
     * The requirements.
     *
     * @return IDs such as {@code HND-12}
     */
    String[] value();
}
