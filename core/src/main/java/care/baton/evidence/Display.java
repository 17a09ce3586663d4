package care.baton.evidence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that is shown and decides nothing: a label, a hint. It may be reworded or translated without
 * making a definition another one, so the fingerprint of a definition leaves it out. On the only
 * component of a record it marks every use of that record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Display {}
