package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a definition can be run: nothing dangling, nothing twice, nothing on the wrong side. Every fault is named. */
final class Soundness {

    /** A decision of this kind can only be taken on the funder's side. */
    static final Code AUTHORIZATION = Code.of("authorization");

    private static final int ADVISED = 100;

    private final Pathway.Draft pathway;
    private final List<Refusal> faults = new ArrayList<>();
    private final Set<Code> roles;
    private final Set<Code> flags;
    private final Set<Code> ladders;

    private Soundness(Pathway.Draft pathway) {
        this.pathway = pathway;
        this.flags = new LinkedHashSet<>(pathway.flags());
        this.roles = new LinkedHashSet<>(
                pathway.roles().stream().map(RoleDescription::code).toList());
        this.ladders =
                new LinkedHashSet<>(pathway.ladders().stream().map(Ladder::code).toList());
    }

    static List<Refusal> faults(Pathway.Draft pathway) {
        Soundness soundness = new Soundness(pathway);
        soundness.whole();
        soundness.lines();
        soundness.faults.addAll(FixedTimes.faults(pathway));
        soundness.faults.addAll(Satisfiable.faults(pathway));
        return List.copyOf(soundness.faults);
    }

    private void whole() {
        if (pathway.version() < 1) {
            fault(Reason.VALUE_MALFORMED, "version");
        }
        if (pathway.stages().isEmpty()) {
            fault(Reason.FIELD_MISSING, "stages");
        }
        if (pathway.closure().isEmpty()) {
            fault(Reason.FIELD_MISSING, "closure");
        }
        twice("roles", pathway.roles().stream().map(RoleDescription::code));
        twice("stages", pathway.stages().stream().map(Stage::code));
        twice("ladders", pathway.ladders().stream().map(Ladder::code));
        twice(
                "duties",
                pathway.stages().stream()
                        .flatMap(s -> Stream.concat(
                                s.duties().stream().map(Duty::kind),
                                s.fields().stream()
                                        .flatMap(f -> f.expiry().stream())
                                        .map(Expiry::kind))));
        twice("flags", pathway.flags().stream());
        twice("notices", pathway.notices().stream().map(Notice::topic));
        twice("waivers", pathway.waivers().stream().map(Waivable::item));
        role("owner", pathway.owner());
        role("responsibilities/records", pathway.responsibilities().records());
        role("responsibilities/decides", pathway.responsibilities().decides());
        role("responsibilities/escalates", pathway.responsibilities().escalates());
        role("responsibilities/closes", pathway.responsibilities().closes());
        role("responsibilities/validates", pathway.responsibilities().validates());
        role("review/role", pathway.review().role());
        ladder("handoff/ladder", pathway.handoff().ladder());
        pathway.handoff().urgentLook().ifPresent(l -> role("handoff/urgentLook/role", l.role()));
        twice("handoff/reasons", pathway.handoff().reasons().stream());
    }

    private void lines() {
        for (int i = 0; i < pathway.ladders().size(); i++) {
            List<Rung> rungs = pathway.ladders().get(i).rungs();
            for (int r = 0; r < rungs.size(); r++) {
                role("ladders/" + i + "/rungs/" + r + "/role", rungs.get(r).role());
            }
        }
        for (int i = 0; i < pathway.stages().size(); i++) {
            stage("stages/" + i, pathway.stages().get(i));
        }
        pathway.closure().forEach(n -> need("closure", n));
        pathway.guide().topics().forEach(this::topic);
        for (int i = 0; i < pathway.waivers().size(); i++) {
            Waivable waiver = pathway.waivers().get(i);
            role("waivers/" + i + "/role", waiver.role());
            listed("waivers/" + i + "/item", waiver.item(), items());
        }
        evidence();
        pathway.roles().forEach(this::credentials);
        List<Code> topics = pathway.guide().topics().stream().map(Topic::topic).toList();
        for (int i = 0; i < pathway.notices().size(); i++) {
            Notice notice = pathway.notices().get(i);
            String path = "notices/" + i;
            role(path + "/notifier", notice.notifier());
            notice.recipients().forEach(r -> role(path + "/recipients", r));
            twice(path + "/recipients", notice.recipients().stream());
            listed(path + "/topic", notice.topic(), topics);
            notice.raisedBy().ifPresent(flag -> listed(path + "/raisedBy", flag, flags));
            notice.namedIn().ifPresent(field -> listed(path + "/namedIn", field, naming(notice.topic())));
        }
    }

    /** The fields that say one of a closed list, with this topic on it. */
    private List<Code> naming(Code topic) {
        return pathway.stages().stream()
                .flatMap(s -> s.fields().stream())
                .filter(f -> f.need().holds().stream()
                        .anyMatch(
                                h -> h instanceof Holds.OneOf of && of.values().contains(topic)))
                .map(Field::code)
                .toList();
    }

    /** A kind of evidence is no field as well: of that the last word counts, and of these each piece. */
    private void evidence() {
        twice("evidence", Stream.concat(pathway.evidence().stream().map(EvidenceKind::kind), items().stream()));
        for (EvidenceKind kind : pathway.evidence()) {
            need("evidence", kind.piece());
        }
    }

    private void stage(String path, Stage stage) {
        role(path + "/owner", stage.owner());
        role(path + "/reviewer", stage.reviewer());
        ladder(path + "/ladder", stage.ladder());
        if (side(stage.reviewer()).filter(s -> s != Side.FUNDER).isPresent()) {
            faults.add(Refusal.of(Reason.WRONG_SIDE, path + "/reviewer").instead(funders()));
        }
        listed(path + "/handoff", stage.handoff(), List.of(Stage.SBAR, Stage.IPASS, Stage.ANY_FORM));
        twice(path + "/fields", stage.fields().stream().map(Field::code));
        twice(path + "/gates", stage.gates().stream().map(Gate::code));
        for (Field field : stage.fields()) {
            role(path + "/fields/" + field.code() + "/chaser", field.chaser());
            need(path + "/fields", field.need());
            field.expiry().ifPresent(e -> expiry(path + "/fields/" + field.code() + "/expiry", field, e));
        }
        for (Gate gate : stage.gates()) {
            gate.needs().forEach(n -> need(path + "/gates/" + gate.code(), n));
        }
        for (Duty duty : stage.duties()) {
            String at = path + "/duties/" + duty.kind();
            ladder(at + "/ladder", duty.ladder());
            work(at, duty.kind(), duty.role(), duty.proof());
        }
    }

    private void expiry(String path, Field field, Expiry expiry) {
        if (field.need().holds().filter(Holds.Deadline.class::isInstance).isEmpty()) {
            fault(Reason.VALUE_MALFORMED, path);
        }
        ladder(path + "/ladder", expiry.ladder());
        work(path, expiry.kind(), expiry.role(), expiry.proof());
    }

    /** A credential is asked for once of a role, and who sees to it is one of the pathway's. */
    private void credentials(RoleDescription role) {
        String path = "roles/" + role.code() + "/credentials";
        twice(path, role.credentials().stream().map(RequiredCredential::kind));
        for (RequiredCredential one : role.credentials()) {
            String at = path + "/" + one.kind();
            one.suppliers().forEach(s -> role(at + "/suppliers", s));
            twice(at + "/suppliers", one.suppliers().stream());
            one.expiry().ifPresent(e -> {
                ladder(at + "/expiry/ladder", e.ladder());
                work(at + "/expiry", e.kind(), e.role(), e.proof());
            });
        }
    }

    private void work(String path, Code kind, Code role, List<Need> proof) {
        role(path + "/role", role);
        boolean described = pathway.roles().stream()
                .anyMatch(r -> r.code().equals(role) && r.duties().contains(kind));
        if (!described) {
            fault(Reason.DUTY_NOT_OF_ROLE, path + "/role");
        }
        if (kind.equals(Duty.AUTHORIZE_SERVICES)
                && side(role).filter(s -> s != Side.FUNDER).isPresent()) {
            faults.add(Refusal.of(Reason.WRONG_SIDE, path + "/role").instead(funders()));
        }
        proof.forEach(n -> need(path + "/proof", n));
    }

    private void need(String path, Need need) {
        String at = path + "/" + need.item();
        need.suppliers().forEach(s -> role(at + "/suppliers", s));
        twice(at + "/suppliers", need.suppliers().stream());
        if (need instanceof Need.ApprovalNeed approval) {
            twice(at + "/flags", approval.flags().stream());
            approval.flags().forEach(flag -> listed(at + "/flags", flag, flags));
        }
        if (need instanceof Need.FieldNeed field) {
            after(field).ifPresent(other -> {
                listed(at + "/holds/field", other, fields().map(Need::item).toList());
                if (waitsForItself(field.item(), other)) {
                    fault(Reason.WAITS_FOR_ITSELF, at + "/holds");
                }
            });
        }
    }

    private void topic(Topic topic) {
        String path = "guide/" + topic.topic();
        role(path + "/owner", topic.owner());
        if (topic.topic().equals(DecisionGuide.PROCEED)) {
            fault(Reason.NAME_TWICE, path);
        }
        listed(path + "/escalatesWhen", topic.escalatesWhen(), flags);
        Side may = topic.topic().equals(AUTHORIZATION)
                ? Side.FUNDER
                : side(topic.owner()).orElse(topic.side());
        boolean onSide = side(topic.owner()).map(s -> s == topic.side()).orElse(true);
        if (!onSide || may != topic.side()) {
            Code named = Code.of(may.name().toLowerCase(Locale.ROOT));
            faults.add(Refusal.of(Reason.WRONG_SIDE, path + "/side").instead(List.of(named)));
        }
    }

    private Optional<Side> side(Code role) {
        return pathway.roles().stream()
                .filter(r -> r.code().equals(role))
                .map(RoleDescription::side)
                .findFirst();
    }

    private List<Code> funders() {
        return pathway.roles().stream()
                .filter(r -> r.side() == Side.FUNDER)
                .map(RoleDescription::code)
                .toList();
    }

    private void role(String path, Code role) {
        listed(path, role, roles);
    }

    private void ladder(String path, Code ladder) {
        listed(path, ladder, ladders);
    }

    private static Optional<Code> after(Need.FieldNeed field) {
        return field.holds().filter(Holds.After.class::isInstance).map(holds -> ((Holds.After) holds).field());
    }

    private Stream<Need.FieldNeed> fields() {
        return Pathway.needs(pathway.stages(), pathway.closure()).stream()
                .filter(Need.FieldNeed.class::isInstance)
                .map(Need.FieldNeed.class::cast);
    }

    /** Two that look at each other are never both said no earlier than the other, but in one instant. */
    private boolean waitsForItself(Code field, Code looksAt) {
        Set<Code> seen = new LinkedHashSet<>();
        Optional<Code> next = Optional.of(looksAt);
        while (next.isPresent() && seen.add(next.get())) {
            Code at = next.get();
            next = fields().filter(f -> f.item().equals(at))
                    .flatMap(f -> after(f).stream())
                    .findFirst();
        }
        return seen.contains(field);
    }

    private Set<Code> items() {
        return Pathway.needs(pathway.stages(), pathway.closure()).stream()
                .map(Need::item)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * A name that is not declared is told, with those that are spelled most like it; after a hundred faults without
     * them.
     */
    private void listed(String path, Code said, Collection<Code> declared) {
        if (!declared.contains(said)) {
            Refusal unknown = Refusal.of(Reason.NAME_UNKNOWN, path + "/" + said);
            faults.add(faults.size() < ADVISED ? unknown.instead(Near.to(said, declared)) : unknown);
        }
    }

    private void twice(String path, Stream<Code> codes) {
        List<Code> all = codes.toList();
        if (new LinkedHashSet<>(all).size() != all.size()) {
            fault(Reason.NAME_TWICE, path);
        }
    }

    private void fault(Reason reason, String path) {
        faults.add(Refusal.of(reason, path));
    }
}
