/**
 * The coordination record: one person, one episode, kept by one organization. Every team, fact,
 * obligation, handoff and pathway of that episode, one door in, one log, and what can be read from it.
 *
 * <p>Where to begin: {@link care.baton.record.CoordinationRecord#of} a record,
 * {@link care.baton.record.CoordinationRecord#decide} each {@link care.baton.record.RecordCommand} by a
 * {@link care.baton.record.Rulebook}, store the entries of what was applied, and
 * {@link care.baton.record.CoordinationRecord#restore} the record from them. The first command is {@code OpenRecord},
 * the next {@code OpenRun}; {@code InHandoff} carries every command on a handoff.
 *
 * <p>Who may do what stands in the definition: its responsibilities, its decision guide, the suppliers of each field
 * and the owner of each stage; whoever holds an obligation acts on it. A role is that of a seat: somebody of that
 * organization takes part in it, or nobody on the team has it and the organization keeps the record. A refusal names
 * the roles that may, and {@link care.baton.record.Gates} says beforehand what a step still lacks. What is owed is named by a
 * {@link care.baton.obligation.Key}: each row of {@link care.baton.record.Work} has its own, and
 * {@link care.baton.record.Keys} makes them.
 */
@NullMarked
package care.baton.record;

import org.jspecify.annotations.NullMarked;
