package dev.packs;

/** The stable codes of everything that can go wrong. A number is never given to another meaning; {@code docs/problems.md} lists them. */
public enum ProblemCode {
    // 1xx: what the user or the author wrote
    PACK_NOT_FOUND(101),
    MANIFEST_MISSING(102),
    MANIFEST_SYNTAX(103),
    MANIFEST_UNKNOWN_KEY(104),
    MANIFEST_WRONG_TYPE(105),
    MANIFEST_MISSING_KEY(106),
    MANIFEST_DUPLICATE(107),
    MANIFEST_INVALID_VALUE(108),
    MANIFEST_LIMIT(109),
    REFERENCE_INVALID(110),
    VERSION_INVALID(111),
    CONSTRAINT_INVALID(112),
    DECLARATION_INVALID(113),
    NOT_SUPPORTED_YET(114),
    REQUIREMENT_NOT_MET(115),
    NOTHING_ASKED(116),
    PARAMETER_INVALID(117),
    IDENTITY_MISMATCH(118),
    LOCK_INVALID(119),
    LOCK_FROZEN(120),
    VERSION_NOT_FOUND(121),
    FOLDER_NOT_EMPTY(122),
    WORKSPACE_DEPENDENCY_MISSING(123),
    STILL_IN_USE(124),
    CATALOG_INVALID(125),
    ARCHETYPE_INVALID(126),
    CANNOT_BE_CARRIED(127),
    CASE_INVALID(140),
    PUBLISHED_ALREADY(142),
    PUBLISHED_NOWHERE(143),
    PUBLISH_FAILED(144, false),
    VARIABLES_CLASH(146),
    COMPOSITION_INVALID(147),
    COLLISIONS_UNUSED(148),
    ASKING_ENDED(155),
    NOBODY_TO_ASK(156),
    HOOKS_LEFT_OUT(157),
    SITE_FOLDER_TAKEN(158),
    PAGE_INCOMPLETE(159),

    // 2xx: fetching, the store, the disk
    FETCH_FAILED(201, false),
    FETCH_TIMED_OUT(202, false),
    OFFLINE(203),
    PACKAGE_NOT_FOUND(204),
    DISK_FULL(205, false),
    STORE_UNUSABLE(206, false),
    WRITE_FAILED(207, false),
    READ_FAILED(208, false),
    LOCK_BUSY(209, false),
    ACCESS_DENIED(210),
    ENDPOINT_UNREACHABLE(211, false),
    ENDPOINT_ANSWER(212, false),
    ENDPOINT_EMPTY(213),
    STORE_LEFT_OVER(220),
    PROJECT_GONE(221),
    PACKAGE_ABSENT(222),
    STORE_STRANGER(223),
    STORE_SPACE_LOW(224, false),

    // 3xx: variables, templates, what they would write
    TEMPLATE_SYNTAX(301),
    TEMPLATE_FAILED(302),
    VARIABLE_UNDEFINED(303),
    VARIABLE_MISSING(304),
    VARIABLE_INVALID(305),
    VARIABLE_UNKNOWN(306),
    OUTPUT_COLLISION(307),
    OUTPUT_EXISTS(308),
    TEMPLATE_MISSING(309),
    LOOKS_LIKE_A_TAG(310),
    TIME_NOT_REPRODUCIBLE(311),
    ANSWERS_INVALID(312),
    EXPRESSION_SYNTAX(313),
    NAME_OF_TWO(314),
    FILES_COLLIDE(315),
    MERGE_IMPOSSIBLE(316),
    HOOK_FAILED(325),
    HOOK_TIMED_OUT(326),
    HOOK_NOT_STARTED(327),
    CASE_DIFFERS(340),
    CASE_BUILD_FAILED(341),
    SCORE_TOO_LOW(342),
    VERSION_TOO_LOW(343),
    NOT_HEALTHY(344),

    // 4xx: resolution
    CYCLE(401),
    CONFLICT(402),

    // 5xx: the graph
    QUERY_INVALID(501),
    QUERY_FORBIDDEN(502),
    QUERY_FAILED(503),
    GRAPH_SYNTAX(504),
    GRAPH_FORBIDDEN(505),
    SHAPES_INVALID(506),
    SHAPE_VIOLATED(507),
    GRAPH_NOT_WRITABLE(508),
    ANSWER_FALSE(509),
    // 52x: limits of queries; 53x: of what a graph is made of
    QUERY_TOO_LONG(520),
    QUERY_TOO_DEEP(521),
    QUERY_TIME(522),
    QUERY_ROWS(523),
    QUERY_MEMORY(524),
    QUERY_VALUE_TOO_LONG(525),
    GRAPH_TOO_LARGE(530),
    GRAPH_TOO_DEEP(531),
    GRAPH_LITERAL_TOO_LONG(532),
    GRAPH_TOO_MANY_PREFIXES(533),
    GRAPH_TOO_MANY_BLANK_NODES(534),
    GRAPH_TOO_MANY_TRIPLES(535),
    GRAPH_TIME(536),
    CATALOG_TOO_LARGE(537),

    // 6xx: refused for safety
    DIGEST_MISMATCH(601),
    ARCHIVE_REFUSED(602),
    PATH_ESCAPES(603),
    TEMPLATE_FORBIDDEN(604),
    LIMIT_EXCEEDED(605),
    LINK_REFUSED(606),
    SCRIPT_REFUSED(607),
    HOOKS_REFUSED(614),
    STORE_OPEN_TO_OTHERS(630);

    private final int number;
    private final boolean mendable;

    ProblemCode(int number) {
        this(number, true);
    }

    ProblemCode(int number, boolean mendable) {
        this.number = number;
        this.mendable = mendable;
    }

    /** As it is printed: {@code PACKS-101}. */
    public String id() {
        return "PACKS-" + number;
    }

    /** Whether the user's input is at fault (Maven's {@code FAILURE}) rather than the environment ({@code ERROR}). */
    public boolean isMendable() {
        return mendable;
    }
}
