/**
 * What is told to whom about a change, and every contact that coordination takes. A note says what changed and who needs
 * to know; each recipient is told once in each version, by one owner, and what they owe in return is followed up. A
 * contact says why, with whom, how long, and what it supported.
 */
@NullMarked
package care.baton.note;

import org.jspecify.annotations.NullMarked;
