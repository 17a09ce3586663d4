package care.baton.trace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The promises of reliability that a test bears out, by their number. On a class it holds for each of its tests. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Promise {
    /**
     * The promises.
     *
     * @return numbers from 1 to {@link Promises#COUNT}
     */
    int[] value();
}
