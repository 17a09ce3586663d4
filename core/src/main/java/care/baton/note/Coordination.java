package care.baton.note;

/** What kind of coordination an entry was. Each of the four kinds covers one area. */
public enum Coordination {
    /** Bringing information to whoever needs it. */
    INFORMATION(Area.DATA),
    /** Managing what is done clinically. */
    CLINICAL_MANAGEMENT(Area.TREATMENT),
    /** Bringing services of support together. */
    SUPPORT_SERVICES(Area.SOCIAL_NEEDS),
    /** Helping the person to manage for themselves. */
    SELF_MANAGEMENT(Area.PATIENT_SKILLS);

    /** What coordination covers. */
    public enum Area {
        /** What is known. */
        DATA,
        /** What is done for the person's health. */
        TREATMENT,
        /** What the person needs besides. */
        SOCIAL_NEEDS,
        /** What the person can do. */
        PATIENT_SKILLS
    }

    private final Area area;

    Coordination(Area area) {
        this.area = area;
    }

    /**
     * What it covers.
     *
     * @return the one area
     */
    public Area area() {
        return area;
    }
}
