/**
 * What the person allows to be shared, with whom and for what. Nothing may be shared unless a consent in force says
 * so; what is especially protected needs a consent that names it; a consent that was taken back or has ended means
 * nothing from that instant on.
 */
@NullMarked
package care.baton.consent;

import org.jspecify.annotations.NullMarked;
