package care.baton.outcome;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The house form of a value with many parts: beside its constructor it has a builder that names each part, asks
 * for those that must be there one after the other, and leaves out those that may be left out.
 */
@Value.Style(
        stagedBuilder = true,
        jdkOnly = true,
        deferCollectionAllocation = true,
        allowedClasspathAnnotations = Override.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface Built {}
