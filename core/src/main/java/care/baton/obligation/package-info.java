/**
 * The kernel: somebody owes something to somebody by a time, with proof, and somebody hears when it is
 * late. An answer, a clarification, a review, a visit check and the action itself are all of this one
 * kind.
 */
@NullMarked
package care.baton.obligation;

import org.jspecify.annotations.NullMarked;
