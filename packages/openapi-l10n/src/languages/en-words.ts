/**
 * Frequent English words of technical prose, except those that are French words too (note, table, on), data types and
 * parameter locations, which often stay English in tables (string, query). A text with one of these words and no word of
 * its own language is untranslated.
 */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `about above according accordingly across actual actually add added adding address adds after again against ago
  all allow allowed allows almost along already also although always among and another answer answers any anyone
  anything anyway app are around ask asked asks attempt attempts attribute attributes authenticate authenticated
  authentication authorization authorized away back backward bad based be became because become becomes been
  before began begin beginning begins behavior behaviour being below best better between beyond big billing birth
  both bottom bounds break breaks bring build building built button buy by call called calling calls came campaign
  campaigns can cannot careful carefully cart catch change changed changes changing check checked checking
  checks child children choice choose chosen city clear click clicked clicking clicks close closed come comes
  coming common complete completed consider consists contain contained containing contains copy could
  count counted counting country counts create created creates creating currency current currently customer
  customers daily day days deadline deal decide default defaults define defined defines delay delete deleted
  deleting deliver delivered delivery depend depending depends deprecated describe described describes developer
  developers device devices did different disable disabled do does doing done down download downloaded drop
  dropped due during each earlier early easier easily easy edit either else empty enable enabled enables encoded
  end ended ending ends enough ensure enter entered entire entry environment environments equal error errors even
  event events ever every everyone everything example examples except existing exists expected expired expires
  expiry explain explains fail failed fails failure failures far fast faster feature features few field fields
  file files fill filled filter filtered find finds first follow followed following follows forbidden found free
  from full fully further future gateway gave gender get gets getting give given gives giving goes going gone good
  got great greater group groups grow had half handle handled handles happen happens hard has have having heading
  headings help helpful helps her here hide high higher highly him his hold holds home hour hourly hours how
  however identifier identifiers identify implement implemented in inside instead into invoice is issue issues it
  items its itself join just keep keeping keeps kept key keys kind knew know known knows language languages large
  last later latest latter learn learned least leave leaves left length less let lets letter letters level library
  like likely limit limits line link linked links list listed listing lists little load loaded loading logged
  longer look looking looks lost lower lowercase made make makes making manage managed many match matches matching
  may maybe meaning means measured meet merchant might missing mistake mistakes money month monthly months more most mostly
  move moved much must my name named names need needed needs never new newer newest next nice nothing now number
  numbers object objects obtained of often old older oldest once one ones only onto open opened opens optional
  order ordered orders other others otherwise our out output outside over overview own owner owners parameter
  parameters partial password past paths pay payment payments people per percent perform performed performs
  phone placed please prefer prerequisites prevent previous previously price print problem problems proceed
  processes processing product products profile profiles provide provided provides pull purchase purchases
  purposes put puts queue queued quick quickly quickstart quite random rather reach reached reaches read
  reader reading reads ready real really reason reasons receive received receives recent recently recommended
  record records reduce refer reference refund refunded refresh regardless reject rejected related released releases
  reliable remain remaining remains remember remote remove removed removes rename renamed repeat repeated replace
  replaced replaces report reports request requested requests require required requires resource resources respond
  responds response responses restart result resulting results retried retrieve retrieved retrieves retry return
  returned returning returns right role roles rows rule rules run running runs safe safely said same samples save
  saved saving say says schedule scheduled search seconds secure security see seen select selected selects send
  seller sender sending sends separate separately setting settings setup several shall share shared she shipping short
  shorter should show showing shown shows side sign signed similar simply since single size skip slow small
  smaller so some someone something sometimes soon sorted space specified specifies specify spend spent
  spreadsheet started starting starts state statement states status step steps still stopped stops storage stored
  stores strings strong subject submit subscriber subscribers succeed succeeds successful successfully such
  supported supports switch switched syntax take taken takes target task tasks teams term than that the their them
  themselves then there therefore these they thing things think third this those though three through throughout
  thus time times timestamps timezone timezones title titles to today together too took tool tools toward track
  tracked tracks transfer translate translated translation treat tried triggered triggers troubleshooting trust
  try trying turn turned turns twice two typically unauthorized unavailable under understand unexpected unknown
  unless unlike unlimited until unused up update updated updates updating upgrade upload uploaded upon upper
  uppercase used useful user users uses using usually valid value values verified verify very view viewed views
  wait want wanted wants warning warnings was watch way ways we website week weekly weeks welcome well were what
  whatever when whenever where whereas whether which while who whole whose why wide will with within without won
  word words work working works workspace workspaces world would write writes writing written wrong yes yesterday
  yet you your yours yourself`.split(/\s+/),
);
