/**
 * What is known and how it can be trusted: facts with their source and grade, warnings, approvals that
 * name what they cover, waivers, and the ledger in which every entry is chained to the one before. Words
 * about a person can be erased without breaking the chain. A chain that nobody anchors outside cannot
 * stop somebody who rewrites all of it: keep the {@link care.baton.evidence.Head} elsewhere.
 */
@NullMarked
package care.baton.evidence;

import org.jspecify.annotations.NullMarked;
