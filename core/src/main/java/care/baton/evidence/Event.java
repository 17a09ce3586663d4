package care.baton.evidence;

/**
 * Something that happened and is recorded. Every room of the library has its own closed family of
 * events; each event is a public record, named in the past tense, made of the component types that
 * {@link Kind} lists. A constructor that asks for words accepts words that were erased.
 */
public interface Event {}
