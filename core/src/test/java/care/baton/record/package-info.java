/** Records in the making: what embedders can use to try their own definitions, and what shows that the readings hold. */
package care.baton.record;
