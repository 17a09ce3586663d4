/**
 * Records, events and definitions as JSON, to be stored, sent and read back: nothing is lost on the way, and whatever
 * is wrong with a text is told with its place and never with what it says. The only package that needs
 * Jackson, its core alone: a module that reads or writes JSON requires {@code com.fasterxml.jackson.core} itself.
 */
@NullMarked
package care.baton.json;

import org.jspecify.annotations.NullMarked;
