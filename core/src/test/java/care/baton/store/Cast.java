package care.baton.store;

import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.pathway.Pathway;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Who takes part in the episodes of care, and by which rules. */
public final class Cast {

    public static final OrganizationId OFFICE = OrganizationId.of("office");
    public static final OrganizationId AGENCY = OrganizationId.of("agency");
    public static final OrganizationId PAYER = OrganizationId.of("payer");
    public static final PersonId CLIENT = PersonId.of("client-1");
    public static final PersonId STAND_IN = PersonId.of("case-manager-2");

    public static final Holder MANAGER = Holder.of(OFFICE, Code.of("case-manager"), PersonId.of("case-manager-1"));
    public static final Holder SECOND = Holder.of(OFFICE, Code.of("case-manager"), STAND_IN);
    public static final Holder SUPERVISOR = Holder.of(OFFICE, Code.of("supervisor"), PersonId.of("supervisor-1"));
    public static final Holder INTAKE = Holder.of(AGENCY, Code.of("intake"), PersonId.of("intake-1"));
    public static final Holder LEAD = Holder.of(AGENCY, Code.of("clinical-lead"), PersonId.of("lead-1"));
    public static final Holder AUTHORIZER = Holder.of(PAYER, Code.of("authorizer"), PersonId.of("authorizer-1"));
    public static final Holder PERSON = Holder.of(OrganizationId.of("household"), Code.of("person"), CLIENT);

    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Cast() {}

    /** The rules that lie beside the golden history, as a host keeps its own. */
    public static Rulebook rules() {
        return new Rulebook(
                List.of(first(), second()),
                new ServiceCalendar(
                        ZoneId.of("Europe/Istanbul"),
                        List.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        List.of(LocalDate.of(2026, 3, 20))));
    }

    /** The definition that the episodes begin with. */
    public static Pathway first() {
        return pathway(resource("/golden/pathway.json"));
    }

    /** The same a version later: the service and the regular look at the whole have a day more. */
    public static Pathway second() {
        return pathway(resource("/golden/pathway-2.json"));
    }

    public static Pathway pathway(String json) {
        return Json.readDefinition(Pathway.class, json).orThrow();
    }

    public static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Cast.class.getResourceAsStream(name), "resource")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
