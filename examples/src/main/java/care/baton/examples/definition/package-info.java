/** A pathway of a host's own: its text, how it is read and refused, and a record that runs by it. */
@NullMarked
package care.baton.examples.definition;

import org.jspecify.annotations.NullMarked;
