package care.baton.catalog;

import care.baton.outcome.Code;
import care.baton.pathway.Attachment;
import care.baton.pathway.HandoffTerms;
import care.baton.pathway.HandoffTerms.UrgentLook;
import care.baton.time.BeforeVisits;
import care.baton.time.BusinessDays;
import care.baton.time.Daily;
import care.baton.time.DueRule;
import care.baton.time.Elapsed;
import care.baton.time.SameDay;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * The numbers of the pathways we ship, all in one place. Those with a source say so; the others are our
 * defaults, for a host to weigh and to change in a definition of its own.
 */
public final class Defaults {

    /** An urgent referral is looked at each day, weekends included, until it is decided. Source: daily; ours: 9 a.m. */
    public static final DueRule EACH_DAY = new Daily(LocalTime.of(9, 0), false);
    /** Whoever hears last of something late is reminded each business day at 9 a.m. Ours. */
    public static final DueRule EACH_BUSINESS_DAY = new Daily(LocalTime.of(9, 0), true);
    /** A medication change is dealt with on the calendar day it is known. Source: same calendar day. */
    public static final DueRule SAME_DAY = new SameDay();
    /** By the close of the next business day. Ours. */
    public static final DueRule NEXT_BUSINESS_DAY = new BusinessDays(1);
    /** By the close of the second business day. Ours. */
    public static final DueRule TWO_BUSINESS_DAYS = new BusinessDays(2);
    /** By the close of the third business day. Ours. */
    public static final DueRule THREE_BUSINESS_DAYS = new BusinessDays(3);
    /** By the close of the fifth business day. Ours. */
    public static final DueRule FIVE_BUSINESS_DAYS = new BusinessDays(5);
    /** A running coordination after discharge is looked at each week. Ours. */
    public static final DueRule WEEK = new Elapsed(Duration.ofDays(7));
    /** The first of the next two visits is checked before the second begins. Source: the next two visits; ours: a week. */
    public static final DueRule BEFORE_SECOND_VISIT = new BeforeVisits(2, Duration.ofDays(7));
    /** The second of the next two visits is checked before the third begins. Source: the next two visits; ours: 14 days. */
    public static final DueRule BEFORE_THIRD_VISIT = new BeforeVisits(3, Duration.ofDays(14));
    /** A visit after discharge. Source: transitional care management (CPT 99495), 14 days. */
    public static final DueRule FOURTEEN_DAYS = new Elapsed(Duration.ofDays(14));
    /** The window in which outcomes are looked at. Source: thirty days. */
    public static final DueRule THIRTY_DAYS = new Elapsed(Duration.ofDays(30));
    /** A stage with nobody at work on it for so long is heard of. Ours: 4 hours. */
    public static final DueRule ATTENDED = new Elapsed(Duration.ofHours(4));
    /** What the receiver has left at least when its clock goes on. Ours: 4 hours. */
    public static final Duration LEAST_LEFT = Duration.ofHours(4);
    /** How long before an urgent start its decisions must all have been taken. Ours: 24 hours. */
    public static final Duration BEFORE_URGENT_START = Duration.ofHours(24);
    /** The round of clarification that is heard of. Ours: the third. */
    public static final int HEARD_ROUND = 3;

    private Defaults() {}

    static HandoffTerms handoff(Code ladder) {
        return handoff(ladder, NEXT_BUSINESS_DAY);
    }

    /** The same where what was said is confirmed, and what goes further up is looked at, in another time. */
    static HandoffTerms handoff(Code ladder, DueRule confirmed) {
        return terms(ladder, confirmed, List.of());
    }

    /** The same where results go with what is asked. Ours: those that a specialist would order again without them. */
    static HandoffTerms attaching(Code ladder, Attachment... attached) {
        return terms(ladder, NEXT_BUSINESS_DAY, List.of(attached));
    }

    private static HandoffTerms terms(Code ladder, DueRule confirmed, List<Attachment> attached) {
        return HandoffTerms.builder()
                .respondWithin(TWO_BUSINESS_DAYS)
                .clarifyWithin(NEXT_BUSINESS_DAY)
                .agreeWithin(NEXT_BUSINESS_DAY)
                .confirmWithin(confirmed)
                .least(LEAST_LEFT)
                .rounds(HEARD_ROUND)
                .ladder(ladder)
                .updates(FIVE_BUSINESS_DAYS)
                .relayedMoves(false)
                .jointLatest(BEFORE_URGENT_START)
                .urgentLook(new UrgentLook(Roles.ACCESS_LEAD, EACH_DAY))
                .addReasons(
                        Code.of("no-capacity"),
                        Code.of("service-not-offered"),
                        Code.of("outside-area"),
                        Code.of("needs-not-met-safely"),
                        Code.of("not-authorized"),
                        Code.of("person-chose-another"))
                .addAllAttached(attached)
                .build();
    }
}
