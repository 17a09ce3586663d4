/**
 * What is known and how it can be trusted: facts with their source and grade, warnings, approvals that
 * name what they cover, waivers, and the ledger in which every entry is chained to the one before.
 */
@NullMarked
package care.baton.evidence;

import org.jspecify.annotations.NullMarked;
