package care.baton.catalog;

import care.baton.outcome.Code;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Side;
import java.util.List;
import java.util.stream.Stream;

/** The roles that have a part in the pathways we ship. */
public final class Roles {

    /** Manages the person's case and refers. */
    public static final Code CASE_MANAGER = Code.of("case-manager");
    /** Leads the case managers. */
    public static final Code CASE_MANAGEMENT_LEAD = Code.of("case-management-lead");
    /** Takes in referrals for the provider. */
    public static final Code INTAKE_MANAGER = Code.of("intake-manager");
    /** Supervises the provider's staff and owns the service risk decision. */
    public static final Code SUPERVISOR = Code.of("supervisor");
    /** Plans the provider's staff and owns staffing feasibility. */
    public static final Code SCHEDULER = Code.of("scheduler");
    /** Runs the provider's program. */
    public static final Code PROGRAM_MANAGER = Code.of("program-manager");
    /** Advises on health questions; the only one who records clinical guidance. */
    public static final Code NURSE_CONSULTANT = Code.of("nurse-consultant");
    /** Authorizes services for the funder. */
    public static final Code AUTHORIZATION_TEAM = Code.of("authorization-team");
    /** Looks after access to services for the commissioner. */
    public static final Code ACCESS_LEAD = Code.of("access-lead");
    /** The person whose care it is, or the family for them. */
    public static final Code PERSON = Code.of("person");
    /** Supervises the case managers. */
    public static final Code CASE_MANAGER_SUPERVISOR = Code.of("case-manager-supervisor");
    /** Leads the provider. */
    public static final Code EXECUTIVE_LEAD = Code.of("executive-lead");
    /** Leads the commissioner's operations. */
    public static final Code OPERATIONS_LEAD = Code.of("operations-lead");
    /** Supports the person day by day and sees first what changes. */
    public static final Code FRONTLINE_STAFF = Code.of("frontline-staff");
    /** Treats the person at home or on the ward and teaches them. */
    public static final Code REGISTERED_NURSE = Code.of("registered-nurse");
    /** Treats the person in primary care. */
    public static final Code PRIMARY_CARE_CLINICIAN = Code.of("primary-care-clinician");
    /** Treats the person in hospital or as a specialist. */
    public static final Code ATTENDING_CLINICIAN = Code.of("attending-clinician");
    /** Looks after the person's medicines. */
    public static final Code PHARMACIST = Code.of("pharmacist");
    /** Treats the person so that they can do more for themselves. */
    public static final Code REHABILITATION_THERAPIST = Code.of("rehabilitation-therapist");
    /** Helps with housing, food and money. */
    public static final Code SOCIAL_WORKER = Code.of("social-worker");
    /** Visits the person, in their own language. */
    public static final Code COMMUNITY_HEALTH_WORKER = Code.of("community-health-worker");
    /** Brings people and equipment where they are needed. */
    public static final Code EQUIPMENT_VENDOR = Code.of("equipment-vendor");
    /** Looks after the child's health at school. */
    public static final Code SCHOOL_NURSE = Code.of("school-nurse");
    /** Keeps the plan together where somebody does so. */
    public static final Code CARE_COORDINATOR = Code.of("care-coordinator");

    private Roles() {}

    static RoleDescription on(Side side, Code role, String... duties) {
        return new RoleDescription(role, side, Stream.of(duties).map(Code::of).toList());
    }

    static List<Code> only(Code... roles) {
        return List.of(roles);
    }
}
