/** What goes on beside a handoff: who may be told, notes, contacts, what is seen, plans and what was shown. */
@NullMarked
package care.baton.examples.beside;

import org.jspecify.annotations.NullMarked;
