# Reads an org and says what is missing, for the first day and for every day after.

# The app setting that switches in-app notifications on (learn.microsoft.com: send-in-app-notifications).
$Notifications = 'AllowNotificationsEarlyAccess'

function Write-Fine([string] $Key, [object[]] $Values = @()) {
    Write-Text doctor.ok (Get-Text $Key $Values)
    $Findings.Fine++
}

function Write-Note([string] $Key, [object[]] $Values = @(), [string] $Advice) {
    Write-Text doctor.note (Get-Text $Key $Values)
    if ($Advice) { Write-Text doctor.do (Get-Text $Advice) }
}

function Write-Missing([string] $Advice, [string] $Key, [object[]] $Values = @()) {
    Write-Text doctor.missing (Get-Text $Key $Values)
    Write-Text doctor.do (Get-Text $Advice)
    $Findings.Missing++
}

function Invoke-Doctor {
    $script:Findings = @{ Fine = 0; Missing = 0 }
    Read-Solution
    Test-Keys
    Read-Gate
    Test-Steps
    Test-LateSteps
    Test-StraySteps
    Test-Notifications
    Test-Roles
    Test-Profiles
    Test-Data
    Test-Setting
    Test-Folds
    Test-Jobs
    Write-Text doctor.summary $Findings.Fine, $Findings.Missing
    if ($Findings.Missing -gt 0) { Stop-Quietly 3 }
}

function Test-Keys {
    Read-Keys
    if ($Keys.Count -eq 0) { Stop-Run 3 keys.none }
    $open = @($Keys | Where-Object { $_.Status -ne 'Active' })
    foreach ($key in $open) { Write-Missing doctor.key.do doctor.key $key.Table, $key.Key, $key.Status }
    if ($open.Count -eq 0) { Write-Fine doctor.keys $Keys.Count, $Keys.Count }
}

# Disabled steps, and gates that do not follow the setting.
function Test-Steps {
    $before = $Findings.Missing
    Read-SolutionSteps
    Read-LatePlan
    $all = @($SolutionSteps | ForEach-Object { @{ Name = $_.name; Gate = $_.configuration -eq 'gate'; State = [int] $_.statecode } }) +
        @($LatePlan | Where-Object Exists | ForEach-Object { @{ Name = $_.Columns.name; Gate = $_.Columns.configuration -eq 'gate'; State = $_.StateCode } })
    foreach ($step in Sort-ByName $all { $args[0].Name }) {
        if ($step.State -eq (Get-WantedState $step.Name ($step.Gate ? 'gate' : $null))) { continue }
        if ($step.Gate) {
            Write-Missing doctor.gate.do doctor.gate $step.Name, (Get-Text ($step.State -eq 0 ? 'gate.on' : 'gate.off')), (Get-Text "gate.$Gate")
        }
        else {
            Write-Missing doctor.step.off.do doctor.step.off $step.Name
        }
    }
    if ($Findings.Missing -gt $before) { return }
    Write-Fine doctor.steps @($all | Where-Object { -not $_.Gate -and $_.State -eq 0 }).Count, @($all | Where-Object Gate).Count, (Get-Text "gate.$Gate")
}

function Test-LateSteps {
    $clean = $true
    foreach ($step in $LatePlan) {
        $images = @($step.ImagePlan | Where-Object { $_.Changes.Count -gt 0 } | ForEach-Object { $_.Columns.name })
        if (-not $step.Offered) {
            Write-Note doctor.late.not-offered $step.Columns.name
        }
        elseif (-not $step.Exists) {
            Write-Missing doctor.late.do doctor.late.missing $step.Columns.name
            $clean = $false
        }
        elseif ($step.Changes.Count -gt 0 -or $images.Count -gt 0) {
            Write-Missing doctor.late.do doctor.late.changed $step.Columns.name, ((@(Format-Names $step.Changes | Where-Object { $_ }) + $images) -join ', ')
            $clean = $false
        }
    }
    if ($clean) { Write-Fine doctor.late @($LatePlan | Where-Object Offered).Count }
}

# Steps of our plug-ins that nobody has declared.
function Test-StraySteps {
    $known = @($SolutionSteps | ForEach-Object { $_.sdkmessageprocessingstepid }) + @($LateSteps | ForEach-Object { $_.Id })
    foreach ($step in Get-Rows sdkmessageprocessingsteps '$select=name,sdkmessageprocessingstepid', "`$filter=eventhandler_plugintype/assemblyname eq '$($LateSteps[0].Assembly)'") {
        if ($step.sdkmessageprocessingstepid -notin $known) { Write-Note doctor.stray $step.name doctor.stray.do }
    }
}

function Test-Notifications {
    $apps = @(Get-Rows appmodules '$select=uniquename', "`$filter=startswith(uniquename,'${Prefix}_')")
    if ($apps.Count -eq 0) {
        Write-Note doctor.app.none @() doctor.app.do
    }
    foreach ($app in $apps | ForEach-Object { $_.uniquename }) {
        $setting = (Invoke-Org GET "RetrieveSetting(SettingName='$Notifications',AppUniqueName='$app')")['SettingDetail']
        if ($setting -and $setting['Value'] -eq 'true') {
            Write-Fine doctor.notifications $app
        }
        else {
            Write-Missing doctor.notifications.do doctor.notifications.off $app
        }
    }
}

function Test-Roles {
    foreach ($role in Get-ComponentIds $ComponentRole) {
        $name = (Invoke-Org GET "roles($role)?`$select=name").name
        if ((Test-Rows systemusers systemuserid "isdisabled eq false and systemuserroles_association/any(role:role/name eq '$name')") -or
            (Test-Rows teams teamid "teamroles_association/any(role:role/name eq '$name')")) {
            Write-Fine doctor.role $name
        }
        else {
            Write-Missing doctor.role.do doctor.role.nobody $name
        }
    }
}

function Test-Rows([string] $Set, [string] $Column, [string] $Filter) {
    $options = @("`$select=$Column") + @($Filter ? "`$filter=$Filter" : @()) + '$top=1'
    @(Get-Rows $Set $options).Count -gt 0
}

function Test-Profiles {
    foreach ($profileId in Get-ComponentIds $ComponentProfile) {
        $name = (Invoke-Org GET "fieldsecurityprofiles($profileId)?`$select=name").name
        if ((Test-Rows "fieldsecurityprofiles($profileId)/systemuserprofiles_association" systemuserid '') -or
            (Test-Rows "fieldsecurityprofiles($profileId)/teamprofiles_association" teamid '')) {
            Write-Fine doctor.profile $name
        }
        else {
            Write-Missing doctor.profile.do doctor.profile.nobody $name
        }
    }
}

function Test-Data {
    foreach ($set in 'wl_reasons', 'wl_vaguephrases') {
        if (Test-Rows $set createdon '') { Write-Fine doctor.data $set } else { Write-Missing doctor.data.do doctor.data.none $set }
    }
}

function Test-Setting {
    $rows = @(Get-Rows wl_settings '$select=_wl_programownerid_value', '$filter=statecode eq 0', '$orderby=createdon asc')
    switch ($rows.Count) {
        0 { Write-Missing doctor.data.do doctor.setting.none }
        1 { Write-Fine doctor.setting }
        default { Write-Missing doctor.setting.do doctor.setting.many $rows.Count }
    }
    if ($rows.Count -gt 0 -and $rows[0]['_wl_programownerid_value']) { Write-Fine doctor.owner } else { Write-Missing doctor.owner.do doctor.owner.none }
}

function Test-Folds {
    $periods = @(Get-Rows wl_rollupperiods '$select=wl_asof', '$filter=wl_asof ne null', '$orderby=wl_asof desc', '$top=1')
    if ($periods.Count -eq 0) { Write-Note doctor.sweep.none @() doctor.sweep.do } else { Write-Fine doctor.sweep $periods[0].wl_asof }
    $tickets = @(Get-Rows wl_foldtickets '$select=createdon', "`$filter=Microsoft.Dynamics.CRM.OlderThanXHours(PropertyName='createdon',PropertyValue=2)", '$orderby=createdon asc', '$top=1')
    if ($tickets.Count -eq 0) { Write-Fine doctor.tickets } else { Write-Missing doctor.tickets.do doctor.tickets.old $tickets[0].createdon }
}

# Failed jobs (statuscode 31) of our asynchronous steps (operationtype 1).
function Test-Jobs {
    $ids = @($SolutionSteps | ForEach-Object { $_.sdkmessageprocessingstepid }) + @($LatePlan | Where-Object Exists | ForEach-Object Id)
    $filter = "`$filter=operationtype eq 1 and statuscode eq 31 and Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7) and Microsoft.Dynamics.CRM.In(PropertyName='owningextensionid',PropertyValues=$(ConvertTo-Body $ids))"
    $jobs = @(Get-Rows asyncoperations '$select=name,message,createdon', $filter, '$orderby=createdon desc')
    if ($jobs.Count -eq 0) {
        Write-Fine doctor.jobs
    }
    else {
        Write-Missing doctor.jobs.do doctor.jobs.failed $jobs.Count, "$($jobs[0].name) $($jobs[0].createdon) $(("$($jobs[0].message)" -split "`n")[0])"
    }
}
