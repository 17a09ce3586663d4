/**
 * What anybody may send us, as bytes: each target reads them as one kind of thing and looks that nothing but a value or a
 * named refusal comes of it. The kept corpus is read in every build; {@code mvn -P fuzz} looks for more, guided by what
 * the code reaches.
 */
package care.baton.fhir.hostile;
