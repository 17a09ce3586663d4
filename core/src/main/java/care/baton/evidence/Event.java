package care.baton.evidence;

/** Something that happened to a record. Each package has its own closed family of events. */
public interface Event {}
