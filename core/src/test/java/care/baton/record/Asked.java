package care.baton.record;

import care.baton.party.Holder;

/** Somebody and what they ask. */
record Asked(Holder by, RecordCommand command) {}
