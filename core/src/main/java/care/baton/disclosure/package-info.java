/**
 * Who gets to see what of a record, and who did: each audience sees what is on its list and no more, others than the
 * person and whoever keeps the record only with the person's leave and within what was agreed. In an emergency somebody
 * may look past that for a short while, and is asked about it afterwards. What went out is accounted for.
 */
@NullMarked
package care.baton.disclosure;

import org.jspecify.annotations.NullMarked;
