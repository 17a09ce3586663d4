package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.examples.day.HomeCare;
import care.baton.examples.day.MemoryShelf;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.ReadAsk;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import care.baton.time.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Two hosts of Baton that know nothing of each other's store, and a server of somebody else's between them. */
final class TwoHosts implements AutoCloseable {

    private static final Code RUN = Code.of("run");
    private static final Code HOME_CARE = Code.of("home-care");
    private static final Rulebook RULES = new Rulebook(
            List.of(definition()),
            ServiceCalendar.builder()
                    .zone(ZoneId.of("UTC"))
                    .opens(LocalTime.of(8, 0))
                    .closes(LocalTime.of(17, 0))
                    .addWorkingDays(DayOfWeek.values())
                    .build());

    final HandoffId handoff = HandoffId.of(UUID.randomUUID().toString());
    final Host sender;
    final Host receiver;
    private final PersonId person;
    private final Holder asks;
    private final Holder asked;
    private int commands;

    /** One of the two, with what it was told besides. */
    final class Host implements AutoCloseable {

        final TreeSet<String> remarks = new TreeSet<>();
        private final Holder self;
        private final Wire wire;
        private final HomeCare host;

        private Host(Endpoint endpoint) {
            self = endpoint.own();
            wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(60));
            host = new HomeCare(
                    new MemoryShelf(),
                    RecordId.of(self.role().value()),
                    RULES,
                    new Exchange(endpoint, RULES),
                    wire,
                    Instant::now,
                    this::notes);
            does(asks, new OpenRecord(self.organization(), person, team(), List.of()));
            does(asks, new OpenRun(RUN, RULES.pathways().get(0).id(), 1));
        }

        private void notes(Absorbed absorbed) {
            absorbed.issues().forEach(issue -> remarks.add(issue.code().value()));
            assertThat(absorbed.refusals()).isEmpty();
        }

        /** Somebody of this house decides; it is not sent yet. */
        void says(HandoffCommand command) {
            does(self, new InHandoff(handoff, RUN, command));
        }

        /** Somebody of this house writes down what the other side said. */
        void hears(HandoffCommand command) {
            does(self == asks ? asked : asks, new InHandoff(handoff, RUN, command));
        }

        void answers(Answer answer) {
            says(new AnswerOffer(offer().number(), offer().asked(), answer));
        }

        private void does(Holder by, RecordCommand command) {
            Act act = Act.of(CommandId.of("c-" + ++commands), by, Stamp.at(Instant.now()));
            assertThat(host.ask(command, act)).isEmpty();
        }

        /** Takes in what is new, and sends what is owed. */
        void looks() {
            for (Found found : host.poll()) {
                if (found.json().element("identifier").toString().contains(handoff.value())) {
                    assertThat(host.takeIn(RUN, handoff, ReadAsk.of(HOME_CARE, person, found.json()), found))
                            .isEmpty();
                }
            }
            host.send();
        }

        Holder seat() {
            return self;
        }

        boolean holds() {
            return record().work()
                    .ownerAt(handoff, Instant.now())
                    .filter(owner -> owner.organization().equals(self.organization()))
                    .isPresent();
        }

        Negotiation talks() {
            return record().chart().handoffs().get(handoff).orElseThrow();
        }

        Offer offer() {
            return talks().current().orElseThrow();
        }

        private CoordinationRecord record() {
            return host.record();
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    /** The partner of the endpoint asks, and we are asked. */
    TwoHosts(Endpoint endpoint, PartnerProfile profile, PersonId person) {
        this.person = person;
        this.asks = seat(endpoint.partner().organization().value(), "case-manager");
        this.asked = seat(endpoint.ownReference(), "intake-manager");
        this.sender = new Host(between(endpoint.base(), profile, asked, asks));
        this.receiver = new Host(between(endpoint.base(), profile, asks, asked));
    }

    /** A firm offer without anything that it is about: where the profile wants a request, we make it. */
    void offered() {
        sends();
        bothLook();
    }

    /** The same, while the other side has not looked yet. */
    void sends() {
        sender.says(new OfferHandoff(
                OfferKind.FIRM,
                asked,
                new Ask(
                        HOME_CARE,
                        person,
                        Priority.ROUTINE,
                        Sensitive.none(),
                        Sensitive.of("Twice a week"),
                        List.of(),
                        Optional.empty()),
                Optional.empty(),
                Arbiter.SERVER,
                Optional.empty(),
                Optional.empty()));
        sender.looks();
    }

    /** Whatever one has sent the other has read, and what it made of that too. */
    void bothLook() {
        for (Host host : List.of(sender, receiver, sender, receiver, sender, receiver)) {
            host.looks();
        }
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }

    private List<JoinTeam> team() {
        return List.of(
                new JoinTeam(asks, OrganizationKind.HOSPITAL, List.of()),
                new JoinTeam(
                        seat(asks.organization().value(), "case-management-lead"),
                        OrganizationKind.HOSPITAL,
                        List.of()),
                new JoinTeam(asked, OrganizationKind.HOME_CARE_PROVIDER, List.of()),
                new JoinTeam(
                        Holder.of(OrganizationId.of("household"), Code.of("person"), person),
                        OrganizationKind.PERSON_AND_FAMILY,
                        List.of()));
    }

    private static Endpoint between(URI base, PartnerProfile profile, Holder partner, Holder own) {
        return new Endpoint(base, profile, partner, own, own.organization().value());
    }

    private static Holder seat(String organization, String role) {
        return Holder.of(OrganizationId.of(organization), Code.of(role), PersonId.of("p-" + role));
    }

    private static Pathway definition() {
        try (InputStream json = TwoHosts.class.getResourceAsStream("hand-over.json")) {
            String text =
                    new String(Objects.requireNonNull(json, "hand-over.json").readAllBytes(), StandardCharsets.UTF_8);
            return Json.readDefinition(Pathway.class, text).orThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
