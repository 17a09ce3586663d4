package care.baton.fhir.server;

import care.baton.catalog.Referral;
import care.baton.catalog.Roles;
import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.BareReferral;
import care.baton.fhir.Limits;
import care.baton.fhir.Offers;
import care.baton.fhir.RawDocument;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Message;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import care.baton.time.Stamp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A host with its records in memory, and a desk for each of two partners. Its clock stands until it is told. */
final class Ward implements Records {

    static final OrganizationId US = OrganizationId.of("Organization/ward");
    static final OrganizationId CARE = OrganizationId.of("Organization/care");
    static final OrganizationId OTHER = OrganizationId.of("Organization/other");
    static final Code REASON = Code.of("no-capacity");
    static final Code RUN = Code.of("referral");

    static final Holder SENDER = new Holder(US, Roles.CASE_MANAGER, Optional.of(PersonId.of("cm")));
    static final Rulebook RULES = new Rulebook(
            List.of(BareReferral.pathway(false)),
            new ServiceCalendar(
                    ZoneId.of("America/New_York"),
                    List.of(DayOfWeek.values()),
                    LocalTime.of(8, 0),
                    LocalTime.of(17, 0),
                    List.of()));

    private final PartnerProfile profile;
    private final Map<HandoffId, Folder> folders = new LinkedHashMap<>();
    private final Map<HandoffId, OrganizationId> partners = new LinkedHashMap<>();
    final List<Message> messages = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    URI base = URI.create("http://ward.example/fhir");
    Instant now = Instant.parse("2026-03-02T15:00:00Z");
    /** What happens to the record between the look at it and the store; each once. */
    final List<Runnable> meanwhile = new ArrayList<>();

    /** Somebody else is always first. */
    boolean restless;

    private int commands;

    Ward() {
        this(PartnerProfiles.plainR4());
    }

    Ward(PartnerProfile profile) {
        this.profile = profile;
    }

    /** The desk of a partner. */
    TaskDesk desk(OrganizationId partner) {
        return desk(partner, Limits.standard());
    }

    TaskDesk desk(OrganizationId partner, Limits limits) {
        return new TaskDesk(new Endpoint(base, profile, intake(partner), SENDER, US.value()), RULES, limits);
    }

    static Holder intake(OrganizationId partner) {
        return new Holder(partner, Roles.INTAKE_MANAGER, Optional.of(PersonId.of("im")));
    }

    /** Offers a service for a person to a partner, on a record of its own; gives the id of its Task. */
    String offers(OrganizationId partner, String name) {
        return offers(partner, name, "ServiceRequest/s1");
    }

    synchronized String offers(OrganizationId partner, String name, String focus) {
        HandoffId handoff = HandoffId.of(name);
        PersonId person = PersonId.of("Patient/p-" + name);
        CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-" + name));
        folders.put(handoff, new Folder(record, Links.none(), 0));
        partners.put(handoff, partner);
        does(handoff, SENDER, new OpenRecord(US, person, team(partner, person), List.of()));
        does(handoff, SENDER, new OpenRun(RUN, RULES.pathways().get(0).id(), 1));
        Ask ask = new Ask(
                Code.of("home-care"),
                person,
                Priority.ROUTINE,
                focus.isEmpty() ? Sensitive.none() : Sensitive.of(focus),
                Sensitive.of("Twice a week"),
                List.of(),
                Optional.empty());
        says(handoff, Offers.firm(intake(partner), ask));
        return task(handoff);
    }

    /** Our own person does something, and what the record has newly to say is laid out in the same transaction. */
    List<Refusal> says(HandoffId handoff, HandoffCommand command) {
        return does(handoff, SENDER, new InHandoff(handoff, RUN, command));
    }

    synchronized List<Refusal> does(HandoffId handoff, Holder by, RecordCommand command) {
        Folder folder = folders.get(handoff);
        Act act = Act.of(CommandId.of("c-" + ++commands), by, Stamp.at(now));
        Outcome<CoordinationRecord, Entry> outcome = folder.record().decide(command, act, salt(), RULES);
        if (outcome.isApplied()) {
            entries.addAll(outcome.orThrow().events());
            TaskDesk desk = desk(partners.get(handoff));
            Absorbed laid = desk.lay(outcome.orThrow().state(), folder.links(), salt(), now);
            put(handoff, laid);
        }
        return outcome.refusals();
    }

    /** A partner writes over what it reads on its desk; stored where it may be. */
    synchronized Reply writes(OrganizationId partner, String id, Consumer<ObjectNode> change) {
        Folder folder = holding(partner, "Task", id).orElseThrow();
        Found read = task(partner, id);
        ObjectNode tree = read.json().tree();
        change.accept(tree);
        RawDocument body = new RawDocument(tree.toString().getBytes(StandardCharsets.UTF_8));
        Reply reply = desk(partner)
                .answer(folder.record(), folder.links(), new Edit(id, Optional.of(read.version()), body), salt(), now);
        if (reply instanceof Reply.Stored stored) {
            store(folder, stored.after());
        }
        return reply;
    }

    /** A Task as a partner reads it on its desk. */
    synchronized Found task(OrganizationId partner, String id) {
        Folder folder = holding(partner, "Task", id).orElseThrow();
        return desk(partner).shown(folder.links(), "Task", id).orElseThrow();
    }

    private void put(HandoffId handoff, Absorbed after) {
        long revision = folders.get(handoff).revision() + 1;
        folders.put(handoff, new Folder(after.record(), after.links(), revision));
        entries.addAll(after.entries());
        messages.addAll(after.messages());
    }

    synchronized String task(HandoffId handoff) {
        return folders.get(handoff).links().all().stream()
                .filter(link -> link.key().type().equals("Task"))
                .reduce((one, last) -> last)
                .flatMap(Link::id)
                .orElseThrow();
    }

    synchronized Folder folder(String name) {
        return folders.get(HandoffId.of(name));
    }

    Negotiation talks(String name) {
        return folder(name).record().chart().handoffs().get(HandoffId.of(name)).orElseThrow();
    }

    Offer offer(String name) {
        return talks(name).current().orElseThrow();
    }

    Optional<OrganizationId> holder(String name) {
        return folder(name).record().work().ownerAt(HandoffId.of(name), now).map(Holder::organization);
    }

    @Override
    public synchronized Optional<Folder> holding(OrganizationId partner, String type, String id) {
        return folders.entrySet().stream()
                .filter(one -> partner.equals(partners.get(one.getKey())))
                .map(Map.Entry::getValue)
                .filter(folder -> folder.links().to(type, id).isPresent())
                .findFirst();
    }

    /** All there is: a host without any index, and one that mixes up whose desk it is asked for. */
    @Override
    public synchronized List<Link> standing(OrganizationId partner, String type, Query query) {
        return folders.values().stream()
                .flatMap(folder -> folder.links().all().stream())
                .toList();
    }

    @Override
    public boolean store(Folder before, Absorbed after) {
        while (!meanwhile.isEmpty()) {
            meanwhile.remove(0).run();
        }
        return !restless && stored(before, after);
    }

    private synchronized boolean stored(Folder before, Absorbed after) {
        for (Map.Entry<HandoffId, Folder> one : folders.entrySet()) {
            if (one.getValue() == before) {
                put(one.getKey(), after);
                return true;
            }
        }
        return false;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Salt salt() {
        return Salt.of(new byte[32]);
    }

    static List<JoinTeam> team(OrganizationId partner, PersonId patient) {
        return Referral.handoff().roles().stream()
                .map(role -> {
                    boolean sends =
                            role.code().equals(SENDER.role()) || role.code().equals(Roles.CASE_MANAGEMENT_LEAD);
                    PersonId person = role.code().equals(SENDER.role())
                            ? PersonId.of("cm")
                            : role.code().equals(Roles.INTAKE_MANAGER)
                                    ? PersonId.of("im")
                                    : role.code().equals(Roles.PERSON) ? patient : PersonId.of("p-" + role.code());
                    OrganizationKind kind = sends ? OrganizationKind.HOSPITAL : OrganizationKind.HOME_CARE_PROVIDER;
                    return new JoinTeam(Holder.of(sends ? US : partner, role.code(), person), kind, List.of());
                })
                .toList();
    }
}
