/**
 * Who takes part in care: organizations, the roles in them, the persons who hold a role now, what
 * partners have agreed, and the words about a person that must never be printed.
 */
@NullMarked
package care.baton.party;

import org.jspecify.annotations.NullMarked;
