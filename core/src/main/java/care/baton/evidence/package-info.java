/**
 * What happened, kept so that nobody can quietly change it: each entry is chained to the one before,
 * words about a person can be erased without breaking the chain, and asking twice does nothing twice.
 * A chain that nobody anchors outside cannot stop somebody who rewrites all of it: keep the
 * {@link care.baton.evidence.Head} elsewhere.
 */
@NullMarked
package care.baton.evidence;

import org.jspecify.annotations.NullMarked;
