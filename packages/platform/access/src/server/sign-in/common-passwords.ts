/** Passwords of ten and more characters that everybody tries first: keyboard walks, dates of affection, defaults of our own kind. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `0123456789 1234567890 12345678910 123456789a 1234567890a a123456789 a1234567890 aa123456789 aa12345678 abc1234567 abc123456789
  abcd123456 abcd12345678 qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwe1234567 qwe123456789 asdfghjkl1 asdfghjkl; zxcvbnm123
  zxcvbnm,./ 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 1qaz2wsx3edc 1qaz2wsx3e 1qazxsw23edc qazwsxedcrfv qazwsx123456 qazwsx1234 zaq12wsxcde3
  password12 password123 password1234 password12345 p@ssw0rd123 passw0rd123 p@ssword123 password@123 admin123456 admin12345
  admin@123456 admin@12345 adminadmin admin888888 administrator root123456 root@123456 test123456 user123456 guest123456 welcome123
  welcome1234 welcome@123 letmein123 letmein1234 changeme123 iloveyou123 iloveyou520 sunshine123 princess123 football123 monkey12345
  woaini1314 woaini5201 woaini5201314 woaini520131 5201314520 1314520520 13145201314 520131452013 5201314wan woshishui1 woaizhongguo
  zhongguo123 zhonghua123 beijing2008 a12345678910 q123456789 w123456789 z123456789 s123456789 x123456789 wang123456 zhang123456
  li123456789 liu123456789 canlian123 canlian1234 canlian123456 canlian@123 dpf1234567 dpf123456789 cdpf123456 cdpf12345678 opendpf123
  opendpf1234 opendpf123456 mima123456 mima12345678 woaini123456 aini123456 1122334455 1112223334 1231231231 123123123123
  1234554321 1123581321 147258369a 1472583690 147852369a 159753258a 789456123a 7894561230 9876543210 0987654321 098765432a qq123456789
  qq1234567890 wx123456789 a1b2c3d4e5 a1b2c3d4e5f6 a1s2d3f4g5 asd123456789 asdf123456 asdf1234567 asdfasdf123 !@#$%^&*() !qaz@wsx3edc
  !qaz2wsx#edc 1234qwerasdf qwer1234asdf qwerasdfzxcv qwer123456 qwer12345678 1234567899 1234567891 0000000001 1111111112 aaaaaa1111`.split(
    /\s+/,
  ),
)
