/** Small programs that use Baton. */
@NullMarked
package care.baton.examples;

import org.jspecify.annotations.NullMarked;
