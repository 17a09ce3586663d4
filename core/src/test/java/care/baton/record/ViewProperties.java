package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Consents;
import care.baton.consent.Given;
import care.baton.consent.Purpose;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Access;
import care.baton.disclosure.Accounting;
import care.baton.disclosure.Allowance;
import care.baton.disclosure.Disclosed;
import care.baton.disclosure.DisclosureRules;
import care.baton.disclosure.Emergency;
import care.baton.disclosure.HandoffSeen.OfferSeen;
import care.baton.disclosure.Holdings;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.disclosure.Relation;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Entry;
import care.baton.evidence.Evidence;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.Fact;
import care.baton.evidence.Grade;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.note.NoteRules;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.record.DisclosureWalk.Stage;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every view and every disclosure, whatever was asked. */
class ViewProperties {

    private static final int WALKS = 25;
    private static final DisclosureRules RULES = DisclosureRules.standard();
    private static final List<Part> CARE = List.of(
            Part.PERSON,
            Part.PARTIES,
            Part.ACTIONS,
            Part.FACTS,
            Part.WARNINGS,
            Part.NOTES,
            Part.PLANS,
            Part.RISKS,
            Part.CONTACTS,
            Part.HANDOFFS);

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(40)
    void aViewNeverShowsWhatIsNotOnItsAllowList(@ForAll long seed) {
        for (Stage stage : DisclosureWalk.of(seed).stages()) {
            for (Viewer viewer : DisclosureWalk.viewers()) {
                View view = view(stage, viewer, RULES);
                assertThat(view.items()).containsAll(Pieces.of(view));
                if (view.emergency().isEmpty() && !viewer.seat().equals(HomeStart.PERSON) && !isOfficer(viewer)) {
                    List<Part> listed =
                            viewer.purpose() == Purpose.OPERATIONS ? List.of(Part.ACTIONS, Part.WARNINGS) : CARE;
                    assertThat(view.items()).extracting(Piece::part).isSubsetOf(listed);
                }
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(41)
    @Requirement("PRV-12")
    void othersSeeOnlyWhatAConsentInForceAllowsAndNothingOnceAllAreTakenBack(@ForAll long seed) {
        for (Stage stage : DisclosureWalk.of(seed).stages()) {
            Chart chart = stage.record().chart();
            for (Viewer viewer : others()) {
                View view = view(stage, viewer, RULES);
                if (chart.disclosures().openTo(viewer.seat(), stage.now()).isEmpty()) {
                    assertThat(view.items())
                            .allMatch(piece -> chart.consents()
                                    .permits(piece.item(), stage.now(), viewer.audience(), viewer.purpose()));
                    assertThat(View.of(none(chart, stage.now()), viewer, stage.now(), RULES, notes())
                                    .items())
                            .isEmpty();
                }
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(41)
    void aViewIsASubsetForAnySmallerRight(@ForAll long seed) {
        Stage stage = DisclosureWalk.of(seed).last();
        for (Viewer viewer : DisclosureWalk.viewers()) {
            View whole = view(stage, viewer, RULES);
            for (int i = 0; i < RULES.allowances().size(); i++) {
                List<Allowance> fewer = new ArrayList<>(RULES.allowances());
                fewer.remove(i);
                View less = view(stage, viewer, new DisclosureRules(fewer, RULES.emergency()));
                assertThat(whole.items()).containsAll(less.items());
                assertThat(whole.facts()).containsAll(less.facts());
                assertThat(whole.warnings()).containsAll(less.warnings());
                assertThat(whole.actions().size())
                        .isGreaterThanOrEqualTo(less.actions().size());
                assertThat(offers(whole))
                        .hasSizeGreaterThanOrEqualTo(offers(less).size());
            }
        }
    }

    /** Whatever an audience may not see may be there or not, and say this or that: its view is the same. */
    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(39)
    void whatOthersMayNotSeeChangesNothingOfWhatTheySee(@ForAll long seed) {
        Stage stage = DisclosureWalk.of(seed).last();
        Holdings held = stage.record().chart().holdings().orElseThrow();
        for (Viewer viewer : others()) {
            View before = View.of(held, viewer, stage.now(), RULES, notes());
            Access access = Access.of(held, viewer, stage.now(), RULES);
            for (Code field : List.of(HomeStart.ROUTINES, HomeStart.RISKS, HomeStart.PLAN, HomeStart.RESULT)) {
                if (before.isTeaser() || !access.sees(Part.FACTS, field)) {
                    Holdings other = with(held, field, stage.now());
                    assertThat(View.of(other, viewer, stage.now(), RULES, notes()))
                            .isEqualTo(before);
                }
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("OWN-14")
    void viewsDifferButTheFactsInThemDoNot(@ForAll long seed) {
        for (Stage stage : DisclosureWalk.of(seed).stages()) {
            for (Viewer viewer : DisclosureWalk.viewers()) {
                for (View.Known seen : view(stage, viewer, RULES).facts()) {
                    Fact fact =
                            stage.record().chart().evidence().fact(seen.field()).orElseThrow();
                    assertThat(seen.version()).isEqualTo(fact.version());
                    assertThat(seen.value()).isEqualTo(fact.value());
                }
            }
        }
    }

    /** Unless a consent in force names what a victim service protects. */
    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("PRV-03")
    void aTeaserHoldsNoIdentity(@ForAll long seed) {
        for (Stage stage : DisclosureWalk.of(seed).stages()) {
            for (Viewer viewer : others()) {
                Holdings held = stage.record().chart().holdings().orElseThrow();
                Holdings safe = consents(held, held.consents().labelled(Access.IDENTITY, Sensitivity.VICTIM_SERVICE));
                if (safe.consents().permits(Access.IDENTITY, stage.now(), viewer.audience(), viewer.purpose())) {
                    continue;
                }
                View view = View.of(safe, viewer, stage.now(), RULES, notes());
                assertThat(view.isTeaser()).isTrue();
                assertThat(view.facts()).isEmpty();
                assertThat(view.notes()).isEmpty();
                assertThat(view.plans()).isEmpty();
                assertThat(view.risks().isEmpty()).isTrue();
                assertThat(view.contacts()).isEmpty();
                assertThat(offers(view))
                        .allMatch(o -> isPartyOf(o, viewer) && o.words().equals(Sensitive.none()));
                assertThat(view.parties())
                        .noneMatch(p -> isPerson(p.seat()) || isHome(p.seat().organization()));
                assertThat(view.actions()).noneMatch(a -> isPerson(a.holder()));
                assertThat(view.actions())
                        .noneMatch(a ->
                                isHome(a.holder().organization()) && a.own().isEmpty());
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("PRV-01")
    void whatIsKeptConfidentialIsInNoViewWithoutTheRight(@ForAll long seed) {
        for (Stage stage : DisclosureWalk.of(seed).stages()) {
            Chart chart = stage.record().chart();
            for (Viewer viewer : DisclosureWalk.viewers()) {
                OrganizationId own = viewer.seat().organization();
                if (viewer.seat().equals(HomeStart.PERSON) || isOfficer(viewer)) {
                    continue;
                }
                View view = view(stage, viewer, RULES);
                assertThat(view.parties())
                        .extracting(p -> p.seat().organization())
                        .noneMatch(o -> !o.equals(own) && isSecret(chart, o, stage, viewer));
                assertThat(view.actions())
                        .filteredOn(a -> a.own().isEmpty())
                        .extracting(a -> a.holder().organization())
                        .noneMatch(o -> !o.equals(own) && isSecret(chart, o, stage, viewer));
                assertThat(offers(view))
                        .filteredOn(o -> !isPartyOf(o, viewer))
                        .flatExtracting(o -> List.of(o.from().organization(), o.to().organization()))
                        .noneMatch(o -> isSecret(chart, o, stage, viewer));
            }
        }
    }

    private static List<OfferSeen> offers(View view) {
        return view.handoffs().stream().flatMap(h -> h.offers().stream()).toList();
    }

    private static boolean isPartyOf(OfferSeen offer, Viewer viewer) {
        return Stream.of(offer.from(), offer.to())
                .map(Holder::organization)
                .anyMatch(viewer.seat().organization()::equals);
    }

    private static boolean isSecret(Chart chart, OrganizationId party, Stage stage, Viewer viewer) {
        Access access = Access.of(chart.holdings().orElseThrow(), viewer, stage.now(), RULES);
        return chart.disclosures().isConfidential(party) && !access.sees(Part.CONFIDENTIAL_PARTIES);
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(42)
    void everyEmergencyEndsByItselfAndAwaitsItsReviewUntilItIsReviewed(@ForAll long seed) {
        for (Stage stage : DisclosureWalk.of(seed).stages()) {
            Chart chart = stage.record().chart();
            for (Emergency one : chart.disclosures().emergencies()) {
                assertThat(one.until())
                        .isEqualTo(one.from().plus(RULES.emergency().lasts()));
                assertThat(chart.obligations()
                                .get(Keys.emergencyReview(one.run(), one.number()))
                                .orElseThrow()
                                .isOpen())
                        .isEqualTo(one.finding().isEmpty());
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    void everyDisclosureIsAccountedForOnceWhereverThePeriodsAreCut(@ForAll long seed) {
        Stage stage = DisclosureWalk.of(seed).last();
        Instant end = stage.now().plusNanos(1);
        Instant cut =
                HomeStart.START.plus(Duration.between(HomeStart.START, end).dividedBy(2));
        Accounting all = stage.record().accounting(HomeStart.START, end).orElseThrow();
        List<Disclosed> both = new ArrayList<>();
        both.addAll(
                stage.record().accounting(HomeStart.START, cut).orElseThrow().disclosures());
        both.addAll(stage.record().accounting(cut, end).orElseThrow().disclosures());

        assertThat(both)
                .isEqualTo(all.disclosures())
                .isEqualTo(stage.record().chart().disclosures().all());
        long told = stage.record().ledger().entries().toList().stream()
                .map(Entry::event)
                .filter(e -> e instanceof UpdateSent u && relation(stage, u.recipient()) == Relation.OTHER)
                .count();
        assertThat(all.disclosures().stream()
                        .filter(d -> d.shared().stream().allMatch(s -> s.part() == Part.NOTES))
                        .filter(d -> d.by().equals(HomeStart.PLANNER)))
                .hasSizeGreaterThanOrEqualTo((int) told);
    }

    private static Relation relation(Stage stage, Holder who) {
        Viewer viewer = new Viewer(who, Purpose.TREATMENT);
        return Access.of(stage.record().chart().holdings().orElseThrow(), viewer, stage.now(), RULES)
                .relation();
    }

    private static View view(Stage stage, Viewer viewer, DisclosureRules rules) {
        Holdings held = stage.record().chart().holdings().orElseThrow();
        return View.of(held, viewer, stage.now(), rules, notes());
    }

    static NoteRules notes() {
        return HomeNotes.RULES;
    }

    /** Whoever does not work where the record is kept, and is not the person, for each purpose. */
    static List<Viewer> others() {
        return DisclosureWalk.viewers().stream()
                .filter(v -> !v.seat().organization().equals(HomeStart.PLANNER.organization()))
                .filter(v -> !v.seat().equals(HomeStart.PERSON))
                .toList();
    }

    private static Holdings none(Chart chart, Instant at) {
        Holdings held = chart.holdings().orElseThrow();
        Consents left = held.consents();
        for (Given one : left.all()) {
            left = left.revoked(one.number(), at);
        }
        return consents(held, left);
    }

    private static Holdings consents(Holdings held, Consents consents) {
        return holding(held, consents, held.evidence());
    }

    private static Holdings holding(Holdings held, Consents consents, Evidence evidence) {
        return new Holdings(
                held.keeper(),
                held.person(),
                held.team(),
                consents,
                held.disclosures(),
                evidence,
                held.obligations(),
                held.notes(),
                held.contacts(),
                held.risks(),
                held.plans(),
                held.handoffs());
    }

    private static Holdings with(Holdings held, Code field, Instant at) {
        Act act = Act.of(CommandId.of("hidden"), HomeStart.NURSE, Stamp.at(at));
        int version = held.evidence().nextVersion(field);
        FactRecorded fact = new FactRecorded(field, version, Sensitive.of("hidden"), HomeStart.CHART, Grade.CONFIRMED);
        return holding(held, held.consents(), held.evidence().evolve(act, fact));
    }

    private static boolean isOfficer(Viewer viewer) {
        return viewer.seat().equals(ViewTest.officer());
    }

    private static boolean isPerson(Holder who) {
        return who.person().equals(Optional.of(HomeStart.WHO));
    }

    private static boolean isHome(OrganizationId organization) {
        return organization.equals(HomeStart.PERSON.organization());
    }
}
